import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import type { Act } from './acts.ts'
import type { Told } from './tell.ts'
import { RollbackView } from './view.tsx'

const nothingOpened: ReadonlySet<string> = new Set()

/** "Five acts", alive: the engine comes with the first act. `begin` is the run without one. */
export default function RollbackIsland({ id, begin }: { readonly id: string; readonly begin: Told }) {
  const [acts, setActs] = useState<readonly Act[]>([])
  const [told, setTold] = useState(begin)
  const [opened, setOpened] = useState(nothingOpened)
  const [notice, setNotice] = useState('')
  const hydrated = useHydrated()

  const become = async (next: readonly Act[]) => {
    try {
      const { tell } = await import('./tell.ts')
      setTold(tell(next))
      setActs(next)
      setNotice('')
    } catch {
      setNotice('The engine couldn’t be loaded. Are you offline? Your acts are kept: try again.')
    }
  }
  const actions = {
    onAct: (act: Act) => void become([...acts, act]),
    onUndo: () => void become(acts.slice(0, -1)),
    onStartAgain: () => {
      setOpened(nothingOpened)
      void become([])
    },
    onOpen: (file: string) => setOpened(new Set([...opened, file])),
  }
  return (
    <>
      <RollbackView frame={{ id, told, count: acts.length, opened }} {...(hydrated ? { actions } : {})} />
      {notice !== '' && <p role="alert">{notice}</p>}
    </>
  )
}
