import { placesIn, rangesStreamed, type Places } from '#engine/merkle/streamed.ts'
import { depthWithin } from '#engine/merkle/depth.ts'
import { halves, rangeContains, type TokenRange } from '#engine/token/range.ts'
import { lowestToken, tokenOf, type Token } from '#engine/token/token.ts'

/**
 * A Cassandra table of numbered rows, `id int primary key`, one row a partition, on three nodes with one token each,
 * evenly spaced, and three replicas: so each node stores everything, and a repair compares three ranges. The very setup
 * of content/recorded/cassandra-5.0.5/overstream-setup.txt, so that a recorded repair and a computed one can be compared
 * row by row.
 */
export interface NumberedCluster {
  readonly count: number
  readonly ranges: readonly NumberedRange[]
}

interface NumberedRange {
  readonly range: TokenRange
  readonly places: Places
}

/** What a repair would find and move between the node that is missing rows and each of its two neighbours. */
export interface Moved {
  /** The depth asked for, and the depth each range's tree really has. */
  readonly depth: number
  readonly depths: readonly number[]
  /** Ranges out of sync for each of the two pairs that differ. */
  readonly ranges: number
  /** Partitions that each neighbour sends to the damaged node. */
  readonly fromEach: number
  /** Partitions that the damaged node sends back to each neighbour. */
  readonly backToEach: number
  /** Partitions that the damaged node was missing. */
  readonly needed: number
  /** Partitions that travel in all, over both pairs and both ways. */
  readonly total: number
}

/** The tokens of the recorded nodes: the lowest but one, then a third of the ring further each time. */
const evenTokens: readonly Token[] = [0n, 1n, 2n].map((step) => lowestToken + 1n + (step * 2n ** 64n) / 3n)

/** The ranges between the nodes' tokens, each ending at one of them. */
export const evenRanges: readonly TokenRange[] = evenTokens.map((right, index) => ({
  left: evenTokens.at(index - 1)!,
  right,
}))

/** A row's token: Cassandra hashes the four bytes of its id, the highest first. */
export function tokenOfId(id: number): Token {
  return tokenOf(Uint8Array.of(id >>> 24, id >>> 16, id >>> 8, id))
}

/** The cluster with rows 0 to count - 1; yields the share that's hashed, because a million take a second. */
export function* growCluster(count: number): Generator<number, NumberedCluster, undefined> {
  const tokens = new BigInt64Array(count)
  for (let id = 0; id < count; id++) {
    tokens[id] = tokenOfId(id)
    if (id % 4096 === 4095) yield id / count
  }
  return { count, ranges: evenRanges.map((range) => ({ range, places: placesIn(range, tokens) })) }
}

/** The cluster at once, for the build and for tests. */
export function clusterOf(count: number): NumberedCluster {
  const growing = growCluster(count)
  for (;;) {
    const step = growing.next()
    if (step.done === true) return step.value
  }
}

/** Each node stores everything, so the coordinator holds three trees of each range. */
export const replicas = 3

/**
 * What a full repair moves when one node is missing these rows, its trees at most so deep, and no deeper than so many MiB
 * of memory for trees allow (repair_session_space); without a number, memory stops nothing.
 */
export function movedBy(
  cluster: NumberedCluster,
  missing: readonly number[],
  depth: number,
  memoryMiB = Infinity,
): Moved {
  const memory = { memoryMiB, replicas, partitions: cluster.count }
  const tokens = missing.map(tokenOfId)
  const depths: number[] = []
  let [ranges, fromEach] = [0, 0]
  for (const { range, places } of cluster.ranges) {
    const deep = depthWithin(places.length, depth, memory)
    depths.push(deep)
    for (const { partitions } of rangesStreamed(range, deep, places, placesIn(range, tokens))) {
      ranges++
      fromEach += partitions
    }
  }
  const needed = missing.length
  const backToEach = fromEach - needed
  return { depth, depths, ranges, fromEach, backToEach, needed, total: 2 * (fromEach + backToEach) }
}

/** The ids that travel with one missing row: all that share its leaf, the missing one among them, ascending. */
export function companionsOf(count: number, missing: number, depth: number): readonly number[] {
  const token = tokenOfId(missing)
  let leaf = evenRanges.find((range) => rangeContains(range, token))!
  for (let level = 0; level < depth; level++) {
    const parts = halves(leaf)
    if (parts === undefined) break
    leaf = rangeContains(parts[0], token) ? parts[0] : parts[1]
  }
  return Array.from({ length: count }, (_, id) => id).filter((id) => rangeContains(leaf, tokenOfId(id)))
}
