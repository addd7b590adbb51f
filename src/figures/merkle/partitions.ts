import { validatorDigest } from '#engine/digest/validator.ts'
import { equalBytes, shortHex } from '#engine/hash/bytes.ts'
import { digestAt, type PartitionDigest, rangeTree, type RangeTree } from '#engine/merkle/ranges.ts'
import { type RangeShape, shapeOfDepth } from '#engine/merkle/shape.ts'
import { halves, type TokenRange, wholeRing } from '#engine/token/range.ts'
import { tokenOf } from '#engine/token/token.ts'
import { slip } from '#figures/kitchen/slips.ts'
import { counted, utf8Length } from '#figures/quantity.ts'
import type { Pair } from './pair.ts'

/** A partition on both replicas: the same key, so the same token; a value of '' is one that B never got. */
export interface Partition {
  readonly key: string
  readonly token: bigint
  readonly values: readonly [string, string]
  readonly digests: readonly [Uint8Array, Uint8Array]
}

/** The partition keys of the kitchens, placed by token; B is missing the last value of some. Yields the share that is done. */
export function* growPartitions(
  count: number,
  missing: number,
): Generator<number, readonly Partition[], undefined> {
  const partitions: Partition[] = []
  const every = Math.max(1, Math.floor(count / Math.max(1, missing)))
  for (let index = 0; index < count; index++) {
    const isMissing = index % every === Math.floor(every / 2) && Math.floor(index / every) < missing
    const value = index === 2 ? 'table 3: no nuts' : slip(index)
    partitions.push(partitionOf(`table ${index + 1}`, value, isMissing ? '' : value))
    if (index % 64 === 63) yield index / count
  }
  return partitions
}

function partitionOf(key: string, mine: string, theirs: string): Partition {
  const digest = (value: string) => validatorDigest(`${key}\n${value}`)
  const first = digest(mine)
  return {
    key,
    token: tokenOf(key),
    values: [mine, theirs],
    digests: [first, mine === theirs ? first : digest(theirs)],
  }
}

/** The ring halved to each depth that was asked for: it depends on nothing else. */
const shapes = new Map<number, RangeShape>()

/** Both replicas' trees over the whole ring, halved to this depth. What a replica is missing isn't in its tree. */
export function treesOf(partitions: readonly Partition[], depth: number): readonly [RangeTree, RangeTree] {
  const shape = shapes.get(depth) ?? shapeOfDepth(wholeRing, depth)
  shapes.set(depth, shape)
  const held = (side: 0 | 1): readonly PartitionDigest[] =>
    partitions.flatMap(({ token, digests, values }) =>
      values[side] === '' ? [] : [{ token, digest: digests[side] }],
    )
  return [rangeTree(shape, held(0)), rangeTree(shape, held(1))]
}

/** The key of a token range, as the pairs and the walk name it. */
export function keyOfRange({ left, right }: TokenRange, depth: number): string {
  return `${depth}:${left}:${right}`
}

/** Two trees over the ring as one tree of pairs. */
export function pairOfRanges(a: RangeTree, b: RangeTree): Pair {
  const pairOf = (node: number, range: TokenRange, level: number): Pair => {
    const left = a.shape.leftChild[node] as number
    const parts = left === 0 ? undefined : halves(range)
    const held = [a.partitions[node] as number, b.partitions[node] as number] as const
    return {
      key: keyOfRange(range, level),
      level,
      name: level === 0 ? 'the roots' : `tokens from ${short(range.left)} to ${short(range.right)}`,
      short: undefined,
      labels: parts ? undefined : [counted(held[0], 'partition'), counted(held[1], 'partition')],
      places: Math.max(...held),
      leaves: parts ? 2 ** (depthOf(a) - level) : 1,
      hashes: [shortHex(digestAt(a, node), 12), shortHex(digestAt(b, node), 12)],
      equal: equalBytes(digestAt(a, node), digestAt(b, node)),
      halves: parts
        ? () => [pairOf(left, parts[0], level + 1), pairOf(left + 1, parts[1], level + 1)]
        : undefined,
    }
  }
  return pairOf(0, a.shape.range, 0)
}

/** Bytes of partitions on one side: what streaming them sends. */
export function bytesSent(partitions: readonly Partition[], side: 0 | 1): number {
  return partitions.reduce(
    (sum, { key, values }) => sum + (values[side] === '' ? 0 : utf8Length(key) + utf8Length(values[side])),
    0,
  )
}

function depthOf(tree: RangeTree): number {
  return Math.round(Math.log2(tree.shape.leafCount))
}

/** A token's first digits, in billions of billions, as people write it: "-4.61e18". */
function short(token: bigint): string {
  if (token === 0n) return '0'
  const digits = String(token < 0n ? -token : token)
  const sign = token < 0n ? '−' : ''
  return digits.length < 7
    ? `${sign}${digits}`
    : `${sign}${digits[0]}.${digits.slice(1, 3)}e${digits.length - 1}`
}
