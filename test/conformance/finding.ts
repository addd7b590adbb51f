import type { TokenRange } from '#engine/token/range.ts'

/** One fact of an item: what the file says, and what the engine says. */
export interface Finding {
  readonly what: string
  readonly expected: unknown
  readonly received: unknown
}

/** A range as the files of reference data write it. */
export function pair({ left, right }: TokenRange): readonly [bigint, bigint] {
  return [left, right]
}
