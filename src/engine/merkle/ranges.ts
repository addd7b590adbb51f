import { equalBytes } from '../hash/bytes.ts'
import type { Token } from '../token/token.ts'
import { isRightOfCut, leavesOf, placeInShape, type RangeShape, type ShapeLeaf } from './shape.ts'

/**
 * A Merkle tree as Cassandra's repair builds it (class MerkleTree): a token range halved to a depth, every leaf the XOR
 * of the digests of the partitions in it, every inner node the XOR of its halves. Nothing in it is ever changed.
 *
 * XOR forgets order and cancels pairs: two equal digests below one node leave no trace in it.
 */
export interface RangeTree {
  readonly kind: 'ranges'
  readonly shape: RangeShape
  /** 32 bytes a node, in the order of the shape's numbers. */
  readonly digests: Uint8Array<ArrayBuffer>
  /** Partitions below each node, in the same order: what a difference there would stream. */
  readonly partitions: Uint32Array<ArrayBuffer>
}

/** A partition as the tree sees it. */
export interface PartitionDigest {
  readonly token: Token
  /** 32 bytes. */
  readonly digest: Uint8Array
}

/** Many partitions, column by column: the digests stand one after the other, 32 bytes each. */
export interface PartitionColumns {
  readonly tokens: BigInt64Array
  readonly digests: Uint8Array
}

/** One partition written, changed or gone: what it was digested to before and after, if it was there. */
export interface PartitionChange {
  readonly token: Token
  readonly before?: Uint8Array
  readonly after?: Uint8Array
}

/** The length of a partition's digest: SHA-256. (Validator, Cassandra 5.0.) */
export const partitionDigestBytes = 32
const wordsPerDigest = partitionDigestBytes / 4

/** The tree of these partitions. Throws a RangeError on a token outside the range or a digest not of 32 bytes. */
export function rangeTree(
  shape: RangeShape,
  partitions: readonly PartitionDigest[] | PartitionColumns,
): RangeTree {
  const columns = 'tokens' in partitions ? partitions : columnsOf(partitions)
  if (columns.digests.length !== columns.tokens.length * partitionDigestBytes) {
    throw new RangeError(
      `${columns.tokens.length} partitions have ${columns.tokens.length * partitionDigestBytes} bytes of digests; ` +
        `received ${columns.digests.length}`,
    )
  }
  const words = new Uint32Array(shape.nodeCount * wordsPerDigest)
  const counts = new Uint32Array(shape.nodeCount)
  const source = wordsOf(columns.digests)
  for (let index = 0; index < columns.tokens.length; index++) {
    const leaf = leafNumber(shape, columns.tokens[index] as bigint)
    xorInto(words, leaf, source, index)
    counts[leaf] = (counts[leaf] as number) + 1
  }
  // Halves have higher numbers than what they are halves of, so going down the numbers goes up the tree.
  for (let node = shape.nodeCount - 1; node >= 0; node--) {
    const left = shape.leftChild[node] as number
    if (left === 0) continue
    xorInto(words, node, words, left)
    xorInto(words, node, words, left + 1)
    counts[node] = (counts[left] as number) + (counts[left + 1] as number)
  }
  return { kind: 'ranges', shape, digests: new Uint8Array(words.buffer), partitions: counts }
}

/**
 * The tree after these changes. Each one touches the digests on one path from root to leaf and nothing else; the
 * columns are copied once for all of them.
 */
export function withPartitions(tree: RangeTree, changes: readonly PartitionChange[]): RangeTree {
  if (changes.length === 0) return tree
  const { shape } = tree
  const digests = tree.digests.slice()
  const words = new Uint32Array(digests.buffer)
  const partitions = tree.partitions.slice()
  for (const { token, before, after } of changes) {
    const change = wordsOf(xorOf(before, after))
    const more = (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1)
    const { high, low } = placeInShape(shape.range, token)
    for (let node = 0; ;) {
      xorInto(words, node, change, 0)
      partitions[node] = (partitions[node] as number) + more
      const left = shape.leftChild[node] as number
      if (left === 0) break
      node = isRightOfCut(shape, node, high, low) ? left + 1 : left
    }
  }
  return { ...tree, digests, partitions }
}

/** The 32 bytes of a node: a view, not to be written to. */
export function digestAt(tree: RangeTree, node: number): Uint8Array {
  return tree.digests.subarray(node * partitionDigestBytes, (node + 1) * partitionDigestBytes)
}

/** The 32 bytes that stand for the whole range; all zero when nothing, or nothing that didn't cancel, is in it. */
export function rootDigest(tree: RangeTree): Uint8Array {
  return digestAt(tree, 0)
}

/** All leaves from left to right, each with its digest and how many partitions it holds. */
export function leaves(tree: RangeTree): readonly (ShapeLeaf & { digest: Uint8Array; partitions: number })[] {
  return leavesOf(tree.shape).map((leaf) => ({
    ...leaf,
    digest: digestAt(tree, leaf.node),
    partitions: tree.partitions[leaf.node] as number,
  }))
}

/** True when both nodes have one digest. */
export function equalDigests(a: RangeTree, aNode: number, b: RangeTree, bNode: number): boolean {
  return equalBytes(digestAt(a, aNode), digestAt(b, bNode))
}

function leafNumber(shape: RangeShape, token: Token): number {
  const { high, low } = placeInShape(shape.range, token)
  let node = 0
  for (let left = shape.leftChild[0] as number; left !== 0; left = shape.leftChild[node] as number) {
    node = isRightOfCut(shape, node, high, low) ? left + 1 : left
  }
  return node
}

function columnsOf(partitions: readonly PartitionDigest[]): PartitionColumns {
  const digests = new Uint8Array(partitions.length * partitionDigestBytes)
  for (const [index, { digest }] of partitions.entries())
    digests.set(checked(digest), index * partitionDigestBytes)
  return { tokens: BigInt64Array.from(partitions, ({ token }) => token), digests }
}

function checked(digest: Uint8Array): Uint8Array {
  if (digest.length === partitionDigestBytes) return digest
  throw new RangeError(`a partition's digest has ${partitionDigestBytes} bytes; received ${digest.length}`)
}

function xorOf(before: Uint8Array | undefined, after: Uint8Array | undefined): Uint8Array {
  const result = before === undefined ? new Uint8Array(partitionDigestBytes) : checked(before).slice()
  if (after !== undefined)
    for (const [index, byte] of checked(after).entries()) result[index] = (result[index] as number) ^ byte
  return result
}

/** The same bytes, four at a time: XOR doesn't care which of the four comes first. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
}

function xorInto(target: Uint32Array, node: number, source: Uint32Array, index: number): void {
  const to = node * wordsPerDigest
  const from = index * wordsPerDigest
  for (let word = 0; word < wordsPerDigest; word++) {
    target[to + word] = (target[to + word] as number) ^ (source[from + word] as number)
  }
}
