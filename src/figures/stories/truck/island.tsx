import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { useKeptFocus } from '#figures/kept-focus.ts'
import { watchLeaving } from '#figures/motion.ts'
import { openSession, type TruckOptions } from './session.ts'
import { TruckView } from './view.tsx'

/** "Unload the truck", alive. */
export default function TruckIsland(options: TruckOptions) {
  const root = useRef<HTMLDivElement>(null)
  const session = useMemo(() => openSession(options), [])
  const hydrated = useHydrated()
  const frame = session.frame.value
  useKeptFocus(root, frame.phase, 'button:enabled, input[type=range]:enabled')
  // Crates that nobody sees are opened at once: nothing moves off the screen.
  useEffect(
    () =>
      root.current
        ? watchLeaving(root.current, () => {
            if (session.frame.value.phase === 'unloading') session.openAll()
          })
        : undefined,
    [session],
  )
  const actions = {
    onCommit: (prediction: number) => void session.commit(prediction),
    onOpenAll: session.openAll,
    onDepth: session.setAsked,
    onHeap: session.setHeap,
  }
  return (
    <div ref={root}>
      <TruckView frame={frame} {...(hydrated ? { actions } : {})} />
    </div>
  )
}
