import { useEffect } from 'preact/hooks'

/** Calls `open` with what stands behind the address's `#`, now and whenever that changes. */
export function useAddress(open: (hash: string) => Promise<void>): void {
  useEffect(() => {
    const now = () => void open(location.hash)
    now()
    addEventListener('hashchange', now)
    return () => removeEventListener('hashchange', now)
  }, [])
}
