import { versioned } from '#learning/progress.ts'
import type { Predicted } from '#learning/progress.ts'
import { useProgress } from './use-progress.ts'

/** What the reader committed to, now or on an earlier visit; followed while the page is open. */
export function usePredicted(item: { readonly id: string; readonly version: number }): Predicted | undefined {
  return useProgress(({ predicted }) => predicted.get(versioned(item.id, item.version)))
}
