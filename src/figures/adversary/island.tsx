import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { Drawing } from './drawing.tsx'
import { openSession } from './session.ts'
import { type AdversaryActions, type AdversaryFrame, AdversaryView } from './view.tsx'

interface AdversaryIslandProps {
  readonly id: string
  readonly seeds: number
  /** Where a plan can be taken apart, and where it's said what the model leaves out. */
  readonly bench: string
  readonly model: string
}

/** "You against the adversary", alive: the attacks run in a worker of the page's own. */
export default function AdversaryIsland({ id, seeds, bench, model }: AdversaryIslandProps) {
  const session = useMemo(() => openSession({ seeds }), [])
  const hydrated = useHydrated()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => session.close, [session])

  // A button that was pressed and went away hands the focus on to the next thing to do.
  const phase = session.phase.value
  const wasInside = useRef(false)
  useEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return
    const next = root.current?.querySelector<HTMLElement>(
      '.adversary-stake button, .adversary-next .main, .adversary-bet input',
    )
    next?.focus({ preventScroll: true })
  }, [phase])

  const frame: AdversaryFrame = {
    id,
    seeds,
    phase,
    write: session.write.value,
    read: session.read.value,
    crooked: session.crooked.value,
    count: session.count.value,
    striking: session.striking.value,
    struck: session.struck.value,
    winner: session.winner.value,
    trouble: session.trouble.value,
    rounds: session.rounds.value,
  }
  const actions: AdversaryActions = {
    onWrite: (need) => (session.write.value = need),
    onRead: (need) => (session.read.value = need),
    onAttack: (crooked) => void session.attack(crooked),
    onAgain: session.again,
    onStop: session.stop,
  }
  const won = phase === 'lost' ? session.winner.value : undefined
  return (
    <div ref={root} onFocusCapture={() => (wasInside.current = true)}>
      <AdversaryView
        frame={frame}
        {...(hydrated ? { actions } : {})}
        drawing={won && <Drawing id={`${id}-plan`} plan={won.smallest} bench={bench} model={model} />}
      />
    </div>
  )
}
