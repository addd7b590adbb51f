/**
 * An entry's place in the history of a set: the term of the primary that wrote it, and its number. MongoDB's OpTime is
 * a term and a timestamp with a counter; here it's the counter alone, so that a gap would be seen.
 */
export interface OpTime {
  readonly term: number
  readonly index: number
}

/** Before the first entry. */
export const beginning: OpTime = { term: 0, index: 0 }

/** Below 0 when `one` is older: the term decides, then the index. (src/mongo/db/repl/optime.h) */
export function compareOpTimes(one: OpTime, other: OpTime): number {
  return one.term - other.term || one.index - other.index
}

/** Whether the first isn't behind the second. */
export function isAtLeast(one: OpTime, other: OpTime): boolean {
  return compareOpTimes(one, other) >= 0
}

/** Whether two are of one term and one index. */
export function isSameOpTime(one: OpTime, other: OpTime): boolean {
  return one.term === other.term && one.index === other.index
}

/** The one that's ahead. */
export function laterOf(one: OpTime, other: OpTime): OpTime {
  return compareOpTimes(one, other) >= 0 ? one : other
}

/** The one that's behind. */
export function earlierOf(one: OpTime, other: OpTime): OpTime {
  return compareOpTimes(one, other) <= 0 ? one : other
}
