import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { useKeptFocus } from '#figures/kept-focus.ts'
import { openSession, type ZombieOptions } from './session.ts'
import { ZombieView } from './view.tsx'

/** "The order that rises from the dead", alive. */
export default function ZombieIsland(options: ZombieOptions) {
  const root = useRef<HTMLDivElement>(null)
  const session = useMemo(() => openSession(options), [])
  const hydrated = useHydrated()
  useEffect(session.prepare, [session])
  useKeptFocus(root, session.frame.value.phase, 'input[type=range]')
  const actions = {
    onDay: session.setDay,
    onGuess: (guess: number | 'never') => void session.predict(guess),
  }
  return (
    <div ref={root}>
      <ZombieView frame={session.frame.value} {...(hydrated ? { actions } : {})} />
    </div>
  )
}
