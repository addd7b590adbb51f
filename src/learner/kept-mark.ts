import type { Mark } from '#learning/part.ts'

/** Raised whenever a log amounts to something else than before: older checkpoints are then passed over. */
export const checkpointFormat = 2

/** A checkpoint's mark, with the format of all its parts. */
export interface KeptMark extends Mark {
  readonly format: number
}
