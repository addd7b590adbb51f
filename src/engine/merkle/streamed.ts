import { halves, type TokenRange } from '../token/range.ts'
import type { Token } from '../token/token.ts'
import { placeInShape } from './shape.ts'

/** A range that two trees would find different, and the partitions that the undamaged side holds in it. */
export interface StreamedRange extends TokenRange {
  /** Halvings from the whole range down to this one. */
  readonly depth: number
  readonly partitions: number
  /** Partitions in it that the damaged side doesn't have. */
  readonly missing: number
}

/** The tokens of a range's partitions by their place in the range, ascending: what {@link rangesStreamed} looks up. */
export type Places = BigUint64Array

/** The places of those tokens that lie in the range. */
export function placesIn(range: TokenRange, tokens: Iterable<Token>): Places {
  const span = BigInt.asUintN(64, range.right - range.left - 1n)
  const places: bigint[] = []
  for (const token of tokens) {
    const place = BigInt.asUintN(64, token - range.left - 1n)
    if (place <= span) places.push(place)
  }
  return BigUint64Array.from(places).sort()
}

/**
 * What a repair of one range streams when one replica is missing some of the other's partitions, without building the
 * trees: only the leaves that hold a missing partition differ, so only their paths are walked. The ranges are those of
 * `rangeDifference` over the two trees, siblings merged upwards as it does; a test holds the two to each other.
 *
 * @param places of all partitions on the undamaged side
 * @param missing places of those that the other side doesn't have
 * @param depth halvings of the range, 0 to 24
 */
export function rangesStreamed(
  range: TokenRange,
  depth: number,
  places: Places,
  missing: Places,
): readonly StreamedRange[] {
  const ranges: StreamedRange[] = []
  if (visit(range, 0, 0, missing.length) === 'full') list(range, 0, 0, missing.length)
  return ranges

  /** `from` and `to`: which of the missing lie in this part. */
  function visit(part: TokenRange, level: number, from: number, to: number): 'equal' | 'partial' | 'full' {
    if (from === to) return 'equal'
    const parts = level < depth ? halves(part) : undefined
    if (parts === undefined) return 'full'
    const cut = countUpTo(missing, endOf(parts[0]))
    const left = visit(parts[0], level + 1, from, cut)
    const right = visit(parts[1], level + 1, cut, to)
    if (left === 'full' && right === 'full') return 'full'
    if (left === 'full') list(parts[0], level + 1, from, cut)
    if (right === 'full') list(parts[1], level + 1, cut, to)
    return 'partial'
  }

  function list(part: TokenRange, level: number, from: number, to: number): void {
    const before = part.left === range.left ? 0 : countUpTo(places, placeIn(part.left))
    const partitions = countUpTo(places, endOf(part)) - before
    ranges.push({ ...part, depth: level, partitions, missing: to - from })
  }

  function endOf({ right }: TokenRange): bigint {
    return placeIn(right)
  }

  function placeIn(token: Token): bigint {
    const { high, low } = placeInShape(range, token)
    return (BigInt(high) << 32n) | BigInt(low)
  }
}

/** How many places aren't above this one. */
function countUpTo(places: Places, place: bigint): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as bigint) <= place) low = middle + 1
    else high = middle
  }
  return low
}
