import { useEffect, useState } from 'preact/hooks'
import { noProgress } from '#learning/progress.ts'
import type { Progress } from '#learning/progress.ts'
import { learner } from './learner.ts'

/**
 * What an island needs of the learner's progress, followed while the page is open; what `select` gives of no progress
 * until the storage has answered. An island is drawn again only when that part has changed.
 */
export function useProgress<Part>(select: (progress: Progress) => Part): Part {
  const [part, setPart] = useState<Part>(() => select(noProgress))
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    void learner().then(({ progress, watch }) => {
      if (isGone) return
      const look = () => setPart(() => select(progress()))
      stop = watch(look)
      look()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [])
  return part
}
