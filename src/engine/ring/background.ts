import { rangeContains, type TokenRange } from '../token/range.ts'
import { tokenOf } from '../token/token.ts'
import type { Partition } from './partition.ts'

/**
 * A background of equal data: 'slip 0' to 'slip N - 1', which every replica holds from the start, so that a repair can
 * be seen at real sizes. Its tokens are real, its partitions are made when something asks for them, and its digests are
 * left out of the trees, because XOR cancels what's equal on both sides and the background is equal everywhere. It
 * stays that way: a slip may be overwritten, but not deleted or given a time to live, and no disk may be wiped.
 */
const prefix = 'slip '

/** The tokens of the first slips, kept so that a pure function is slow only once. */
let known = new BigInt64Array(0)

/** The tokens of at least so many background partitions, in the order of their numbers; worked out once. */
export function backgroundTokens(count: number): BigInt64Array {
  if (known.length < count) {
    const more = new BigInt64Array(count)
    more.set(known)
    for (let index = known.length; index < count; index++) more[index] = tokenOf(prefix + String(index))
    known = more
  }
  return known.subarray(0, count)
}

/** What the background holds under the key. */
export function backgroundAt(count: number, key: string): Partition | undefined {
  if (count === 0 || !key.startsWith(prefix)) return undefined
  const index = Number(key.slice(prefix.length))
  return Number.isInteger(index) && index >= 0 && index < count && key === prefix + String(index)
    ? slip(key)
    : undefined
}

function slip(key: string): Partition {
  return { key, cells: { value: { timestamp: 1, value: 'an order' } } }
}

/** The background's partitions in any of the ranges. */
export function backgroundIn(count: number, ranges: readonly TokenRange[]): readonly Partition[] {
  const found: Partition[] = []
  if (count === 0) return found
  backgroundTokens(count).forEach((token, index) => {
    if (ranges.some((range) => rangeContains(range, token))) found.push(slip(prefix + String(index)))
  })
  return found
}
