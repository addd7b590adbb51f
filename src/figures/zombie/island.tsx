import { useEffect, useMemo } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { openSession, type ZombieOptions } from './session.ts'
import { ZombieView } from './view.tsx'

/** "The order that rises from the dead", alive. */
export default function ZombieIsland(options: ZombieOptions) {
  const session = useMemo(() => openSession(options), [])
  const hydrated = useHydrated()
  useEffect(session.prepare, [session])
  const actions = {
    onDay: session.setDay,
    onGuess: (guess: number | 'never') => void session.predict(guess),
  }
  return <ZombieView frame={session.frame.value} {...(hydrated ? { actions } : {})} />
}
