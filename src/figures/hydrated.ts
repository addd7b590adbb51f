import { useEffect, useState } from 'preact/hooks'

/** False in the frame that the build drew and while it's taken over, true from then on: what needs a script waits for it. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return hydrated
}
