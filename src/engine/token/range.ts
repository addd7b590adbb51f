import { highestToken, lowestToken, type Token } from './token.ts'

/**
 * The tokens after `left` up to and including `right`. When `left` isn't below `right` the range goes on through the
 * ring's end; when they are equal it is the whole ring. (Class Range, Cassandra.)
 */
export interface TokenRange {
  readonly left: Token
  readonly right: Token
}

/** From the lowest token round to itself. */
export const wholeRing: TokenRange = { left: lowestToken, right: lowestToken }

/** True when the range goes through the ring's end, or is the whole ring. */
export function wraps({ left, right }: TokenRange): boolean {
  return left >= right
}

/** Whether a token lies in a range, whose left end is outside and whose right end is inside. */
export function rangeContains({ left, right }: TokenRange, token: Token): boolean {
  return left < right ? left < token && token <= right : token > left || token <= right
}

/** Whether two ranges have the same ends. */
export function equalRanges(a: TokenRange, b: TokenRange): boolean {
  return a.left === b.left && a.right === b.right
}

/**
 * Where Cassandra halves a range (Murmur3Partitioner.midpoint). For a range that wraps this isn't always the exact
 * middle of the tokens in it: the ring's length is taken as 2^64 - 1, one too little. It is kept as it is, because a
 * replica that halved elsewhere would build trees that no other can compare with.
 *
 * Lies in the range, but equals `left` or, in a range that wraps, `right` when there is too little to halve.
 */
export function midpoint({ left, right }: TokenRange): Token {
  // Shifting right by one divides by two and rounds down, below zero as well.
  if (left < right) return (left + right) >> 1n
  const middle = (highestToken - lowestToken + left + right) >> 1n
  return middle > highestToken ? lowestToken + (middle - highestToken) : middle
}

/** The two halves at {@link midpoint}, or undefined when the range is too small to be halved. */
export function halves(range: TokenRange): readonly [TokenRange, TokenRange] | undefined {
  const middle = midpoint(range)
  if (middle === range.left || middle === range.right) return undefined
  return [
    { left: range.left, right: middle },
    { left: middle, right: range.right },
  ]
}

/**
 * The same tokens as few ranges in ring order: those that wrap are cut at the lowest token, then sorted, and those
 * that touch or overlap are joined. All tokens together are {@link wholeRing}.
 */
export function normalizeRanges(ranges: readonly TokenRange[]): readonly TokenRange[] {
  const joined: TokenRange[] = []
  for (const range of ranges.flatMap(cutAtRingEnd).sort(byLeft)) {
    const last = joined.at(-1)
    if (last === undefined || (!reachesRingEnd(last) && last.right < range.left)) joined.push(range)
    else if (endsBefore(last, range)) joined[joined.length - 1] = { left: last.left, right: range.right }
  }
  return joined
}

function cutAtRingEnd(range: TokenRange): readonly TokenRange[] {
  if (!wraps(range) || reachesRingEnd(range)) return [range]
  return [
    { left: range.left, right: lowestToken },
    { left: lowestToken, right: range.right },
  ]
}

function reachesRingEnd(range: TokenRange): boolean {
  return range.right === lowestToken
}

function byLeft(a: TokenRange, b: TokenRange): number {
  return a.left < b.left ? -1 : a.left > b.left ? 1 : 0
}

function endsBefore(a: TokenRange, b: TokenRange): boolean {
  return !reachesRingEnd(a) && (reachesRingEnd(b) || a.right < b.right)
}
