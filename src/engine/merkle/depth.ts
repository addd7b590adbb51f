/**
 * The depth that Cassandra gives the tree of a range that holds about this many partitions: enough leaves for one each,
 * up to the cap. The cap is 20, or less when the memory for repair is short. (ValidationManager.)
 */
export function depthFor(partitions: number, cap: number): number {
  let depth = 0
  while (depth < cap && 2 ** depth < partitions) depth++
  return depth
}

/** What a leaf and an inner node take of a heap, in bytes: an object with a hash of 32 bytes, and one with a token more. */
const leafHeapBytes = 64

const innerHeapBytes = 112

/** What a tree of this depth takes of a heap, in bytes: its leaves, and one inner node fewer. */
export function treeHeapBytes(depth: number): number {
  return 2 ** depth * (leafHeapBytes + innerHeapBytes) - innerHeapBytes
}

/**
 * The depth of a tree that fits so many bytes of memory, at least 1. (MerkleTree.estimatedMaxDepthForBytes, whose sizes
 * come from the running JVM; these give the depths that a 5.0.5 with compressed pointers was seen to choose.)
 */
export function deepestIn(bytes: number): number {
  let depth = 1
  while (depth < 62 && treeHeapBytes(depth + 1) <= bytes) depth++
  return depth
}

/** What the trees of a repair may take of the coordinator's memory, and what part of it one range may take. */
export interface TreeMemory {
  /** repair_session_space, in MiB. */
  readonly memoryMiB: number
  /** The coordinator holds a tree of each. */
  readonly replicas: number
  /** Partitions in all the ranges that are validated together. */
  readonly partitions: number
}

/**
 * The depth of the tree of one range: enough leaves for its partitions, as many as its share of the memory allows, and
 * no more than the cap. (ValidationManager.createMerkleTrees.)
 */
export function depthWithin(partitions: number, cap: number, memory: TreeMemory): number {
  if (partitions === 0) return 0
  const available = Math.floor((memory.memoryMiB * 1_048_576) / memory.replicas)
  const share = Math.min(2 ** 31 - 1, Math.max(1, Math.floor((partitions / memory.partitions) * available)))
  return depthFor(partitions, Math.min(cap, deepestIn(share)))
}
