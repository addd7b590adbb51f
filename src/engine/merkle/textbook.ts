import { bytesOf, type TextOrBytes } from '../hash/bytes.ts'
import { sha256 } from '../hash/hash.ts'

/** One node of a textbook tree: it stands for the rows from `from` up to, not including, `to`. A leaf has no children. */
export interface TextbookNode {
  readonly digest: Uint8Array
  readonly from: number
  readonly to: number
  readonly left?: TextbookNode
  readonly right?: TextbookNode
}

/**
 * A hash tree over a list of rows, as RFC 6962 (section 2.1) builds it: SHA-256, a leaf is the hash of 0x00 and the
 * row, an inner node the hash of 0x01 and its two children's digests, a list is split at the largest power of two
 * below its length. An odd leaf isn't doubled. Nothing in it ever changes: an edit makes a new tree that shares
 * every untouched subtree with the old one.
 */
export interface TextbookTree {
  readonly kind: 'textbook'
  readonly root: TextbookNode
  readonly leafCount: number
}

/** How far {@link growTextbookTree} has come; a tree of n rows takes 2n - 1 digests. */
export interface Growth {
  readonly digests: number
  readonly of: number
}

/** The bytes that keep a leaf from being passed off as an inner node. */
const leafPrefix = 0x00
const innerPrefix = 0x01

function leafDigest(row: TextOrBytes): Uint8Array {
  const bytes = bytesOf(row)
  const input = new Uint8Array(1 + bytes.length)
  input[0] = leafPrefix
  input.set(bytes, 1)
  return sha256(input)
}

function leaf(index: number, row: TextOrBytes): TextbookNode {
  return { digest: leafDigest(row), from: index, to: index + 1 }
}

function parent(left: TextbookNode, right: TextbookNode): TextbookNode {
  const input = new Uint8Array(1 + left.digest.length + right.digest.length)
  input[0] = innerPrefix
  input.set(left.digest, 1)
  input.set(right.digest, 1 + left.digest.length)
  return { digest: sha256(input), from: left.from, to: right.to, left, right }
}

/** The tree of these rows. No rows give one node over nothing, whose digest is SHA-256 of the empty text. */
export function textbookTree(rows: readonly TextOrBytes[]): TextbookTree {
  const growing = growTextbookTree(rows, Infinity)
  for (;;) {
    const step = growing.next()
    if (step.done === true) return step.value
  }
}

/**
 * Builds {@link textbookTree} in slices: yields after every `digestsPerStep` digests, so that a page stays awake
 * while 32,768 rows are hashed, and returns the tree.
 */
export function* growTextbookTree(
  rows: readonly TextOrBytes[],
  digestsPerStep: number,
): Generator<Growth, TextbookTree, undefined> {
  if (!(digestsPerStep >= 1)) throw new RangeError(`digestsPerStep is at least 1; received ${digestsPerStep}`)
  if (rows.length === 0)
    return { kind: 'textbook', root: { digest: sha256(''), from: 0, to: 0 }, leafCount: 0 }
  const of = 2 * rows.length - 1
  let digests = 0
  let untilPause = digestsPerStep
  // Finished subtrees from left to right, each a power of two of rows and larger than all that follow it. Joining two
  // as soon as they are equally large, and what is left over from the right, splits where RFC 6962 says.
  const finished: TextbookNode[] = []
  for (const [index, row] of rows.entries()) {
    finished.push(leaf(index, row))
    digests++
    untilPause--
    while (lastTwoAreEquallyLarge(finished) || (index === rows.length - 1 && finished.length > 1)) {
      const right = finished.pop() as TextbookNode
      const left = finished.pop() as TextbookNode
      finished.push(parent(left, right))
      digests++
      untilPause--
    }
    if (untilPause <= 0 && digests < of) {
      untilPause = digestsPerStep
      yield { digests, of }
    }
  }
  return { kind: 'textbook', root: finished[0] as TextbookNode, leafCount: rows.length }
}

function lastTwoAreEquallyLarge(subtrees: readonly TextbookNode[]): boolean {
  const left = subtrees.at(-2)
  const right = subtrees.at(-1)
  return left !== undefined && right !== undefined && left.to - left.from === right.to - right.from
}

/**
 * The tree with one row replaced. Hashes only the leaf and the nodes above it; every other node is the old tree's own.
 */
export function withRow(tree: TextbookTree, index: number, row: TextOrBytes): TextbookTree {
  if (!Number.isInteger(index) || index < 0 || index >= tree.leafCount) {
    throw new RangeError(`this tree has rows 0 to ${tree.leafCount - 1}; received row ${index}`)
  }
  return { ...tree, root: replace(tree.root, index, row) }
}

function replace(node: TextbookNode, index: number, row: TextOrBytes): TextbookNode {
  const { left, right } = node
  if (left === undefined || right === undefined) return leaf(index, row)
  return index < left.to ? parent(replace(left, index, row), right) : parent(left, replace(right, index, row))
}
