import { useEffect, useState } from 'preact/hooks'
import { versioned } from '#learning/progress.ts'
import type { Predicted } from '#learning/progress.ts'
import { learner } from '../progress/learner.ts'

/** Told to the page when a reader commits: `detail` is {prediction, choice}. */
export const predictedEvent = 'anti-entropy:predicted'

/** What the reader committed to, now or on an earlier visit; followed while the page is open. */
export function usePredicted({
  id,
  version,
}: {
  readonly id: string
  readonly version: number
}): Predicted | undefined {
  const [predicted, setPredicted] = useState<Predicted>()
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    void learner().then(({ progress, watch }) => {
      const look = async () => setPredicted((await progress()).predicted.get(versioned(id, version)))
      if (isGone) return
      stop = watch(() => void look())
      void look()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [])
  return predicted
}
