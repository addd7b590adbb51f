import { useEffect, useState } from 'preact/hooks'

/**
 * False in the frame that the build drew and while it's taken over, true from then on: what needs a script waits for it.
 * `isFresh`: the build drew nothing here, so it's true from the start.
 */
export function useHydrated(isFresh = false): boolean {
  const [hydrated, setHydrated] = useState(isFresh)
  useEffect(() => setHydrated(true), [])
  return hydrated
}
