import { useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { useHydrated } from '#figures/hydrated.ts'
import { swaps, type Box, type Swap } from './boxes.ts'
import type { Evening } from './tell.ts'
import { AssistantView } from './view.tsx'

interface AssistantFigure {
  readonly id: string
  readonly plan: Plan
  readonly right: Evening
}

/** The AI application, alive: the engine comes with the first change. */
export default function AssistantIsland({ id, plan, right }: AssistantFigure) {
  const [now, setNow] = useState(right)
  const [dead, setDead] = useState<Box['id']>()
  const [swap, setSwap] = useState<Swap>(swaps[0]!)
  const [step, setStep] = useState(0)
  const [busy, setBusy] = useState(false)
  const hydrated = useHydrated()

  const change = async (box: Box['id'] | undefined, store: Swap) => {
    setDead(box)
    setSwap(store)
    setBusy(true)
    const { tellEvening } = await import('./tell.ts')
    // A frame in which the figure says that it's busy, before the run takes the thread.
    await new Promise((resume) => setTimeout(resume))
    setNow(tellEvening(plan, box, store))
    setStep(0)
    setBusy(false)
  }
  const actions = {
    onStep: setStep,
    onKill: (box: Box['id'] | undefined) => void change(box, swap),
    onSwap: (store: Swap) => void change(dead, store),
  }
  return (
    <AssistantView frame={{ id, right, now, dead, swap, step, busy }} {...(hydrated ? { actions } : {})} />
  )
}
