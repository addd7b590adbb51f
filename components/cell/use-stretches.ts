import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Stretch } from './syntax.ts'

type Cut = (code: string) => readonly Stretch[]

/** The grammar, once any part of the page has fetched it. */
let known: Cut | undefined

/**
 * The stretches of a code that the build doesn't know: one without a class until the editor's grammar has come. It's
 * fetched where the first such code is shown, since reading it in holds a slow phone up for 140 ms.
 */
export function useStretches(code: string): readonly Stretch[] {
  const [cut, setCut] = useState<Cut | undefined>(() => known)
  useEffect(() => {
    if (cut !== undefined) return
    let isThere = true
    import('./syntax.ts').then(
      ({ stretches }) => {
        known = stretches
        if (isThere) setCut(() => stretches)
      },
      // Offline, say: the code can be read without its colours.
      () => {},
    )
    return () => void (isThere = false)
  }, [])
  return useMemo(() => cut?.(code) ?? [{ text: code, className: '' }], [cut, code])
}
