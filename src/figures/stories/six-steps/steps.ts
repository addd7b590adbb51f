import { movedBy, type NumberedCluster, tokenOfId } from '#figures/instruments/repair/cluster.ts'
import { rangeContains, type TokenRange } from '#engine/token/range.ts'

/** What one range goes through in a repair, in numbers. */
export interface OneRange {
  readonly range: TokenRange
  readonly depth: number
  readonly leaves: number
  /** Partitions of the range on a node that has them all. */
  readonly partitions: number
  /** Bytes of one tree on the wire: 34 a leaf, 13 a node above (MerkleTree.serializedSize; Murmur3 tokens). */
  readonly treeBytes: number
  readonly differing: number
  readonly fromEach: number
  readonly backToEach: number
}

/** The range that one missing row lies in, on its way through the six steps of a full repair. */
export function oneRange(cluster: NumberedCluster, missing: number, depth: number): OneRange {
  const token = tokenOfId(missing)
  const found = cluster.ranges.find(({ range }) => rangeContains(range, token))!
  const moved = movedBy(cluster, [missing], depth)
  const leaves = 2 ** depth
  return {
    range: found.range,
    depth,
    leaves,
    partitions: found.places.length,
    treeBytes: leaves * 34 + (leaves - 1) * 13,
    differing: moved.ranges,
    fromEach: moved.fromEach,
    backToEach: moved.backToEach,
  }
}
