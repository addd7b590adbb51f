import { halves, type TokenRange } from '../token/range.ts'
import type { Token } from '../token/token.ts'

/**
 * How a token range is cut into leaves: a tree without digests, shared by every {@link RangeTree} over it.
 *
 * Nodes are numbered from the root, 0; the two halves of a node have neighbouring numbers, both above its own. Columns
 * instead of objects, so that a million leaves are a few arrays.
 */
export interface RangeShape {
  readonly range: TokenRange
  /** Leaves it may have at most when it is grown by splitting. */
  readonly maxSize: number
  /** Times that a range may be halved at most. */
  readonly hashDepth: number
  /** What MerkleTree.size() says: 2^depth for a tree made at once, even where tiny ranges gave fewer leaves. */
  readonly reportedSize: number
  readonly nodeCount: number
  /** Leaves that are really there. */
  readonly leafCount: number
  /** Number of a node's left half; the right half is the next. 0 for a leaf. */
  readonly leftChild: Int32Array
  /** The {@link Place} where a node is cut, in two halves of 32 bits: what isn't above it belongs to the left. */
  readonly cutHigh: Uint32Array
  readonly cutLow: Uint32Array
}

/** Limits of a tree. Cassandra asks for `maxSize` 2^depth and leaves `hashDepth` at 126. */
export interface ShapeLimits {
  readonly maxSize: number
  readonly hashDepth?: number
}

/** MerkleTree.RECOMMENDED_DEPTH: more halvings than 64-bit tokens can take, so no limit in practice. */
const recommendedDepth = 126

/** One leaf of a shape and the tokens it stands for. */
export interface ShapeLeaf {
  readonly node: number
  readonly range: TokenRange
  readonly depth: number
}

/** The range halved at midpoints `depth` times. */
export function shapeOfDepth(range: TokenRange, depth: number): RangeShape {
  if (!Number.isInteger(depth) || depth < 0 || depth > 24) {
    throw new RangeError(`the depth of a tree is a whole number from 0 to 24; received ${depth}`)
  }
  return halvedShape(range, { maxSize: 2 ** depth })
}

/**
 * The range halved at midpoints as often as the limits allow: floor(log2(maxSize)) times, at most `hashDepth`. A range
 * too small to be halved ends as a leaf before that. (MerkleTree.init.)
 */
export function halvedShape(range: TokenRange, limits: ShapeLimits): RangeShape {
  const { maxSize, hashDepth = recommendedDepth } = limits
  let depth = 0
  while (depth < hashDepth && 2 ** (depth + 1) <= maxSize) depth++
  const leftChild = [0]
  const cutHigh = [0]
  const cutLow = [0]
  const halve = (node: number, part: TokenRange, level: number): void => {
    const parts = level < depth ? halves(part) : undefined
    if (parts === undefined) return
    const cut = placeInShape(range, parts[0].right)
    const left = leftChild.length
    leftChild[node] = left
    cutHigh[node] = cut.high
    cutLow[node] = cut.low
    leftChild.push(0, 0)
    cutHigh.push(0, 0)
    cutLow.push(0, 0)
    halve(left, parts[0], level + 1)
    halve(left + 1, parts[1], level + 1)
  }
  halve(0, range, 0)
  return shapeOf(range, maxSize, hashDepth, 2 ** depth, { leftChild, cutHigh, cutLow })
}

/** One leaf over the whole range, to be grown with {@link splitShape}. */
export function singleLeafShape(range: TokenRange, limits: ShapeLimits): RangeShape {
  const { maxSize, hashDepth = recommendedDepth } = limits
  return shapeOf(range, maxSize, hashDepth, 1, { leftChild: [0], cutHigh: [0], cutLow: [0] })
}

/**
 * The shape with the leaf that holds `token` halved; the same shape when the limits or the leaf's size don't allow it.
 * How trees grow where the partitioner keeps the order of keys. (MerkleTree.split.)
 */
export function splitShape(shape: RangeShape, token: Token): RangeShape {
  if (shape.reportedSize >= shape.maxSize) return shape
  const leaf = leafOf(shape, token)
  const parts = leaf.depth < shape.hashDepth ? halves(leaf.range) : undefined
  if (parts === undefined) return shape
  const cut = placeInShape(shape.range, parts[0].right)
  const columns = {
    leftChild: [...shape.leftChild, 0, 0],
    cutHigh: [...shape.cutHigh, 0, 0],
    cutLow: [...shape.cutLow, 0, 0],
  }
  columns.leftChild[leaf.node] = shape.nodeCount
  columns.cutHigh[leaf.node] = cut.high
  columns.cutLow[leaf.node] = cut.low
  return shapeOf(shape.range, shape.maxSize, shape.hashDepth, shape.reportedSize + 1, columns)
}

function shapeOf(
  range: TokenRange,
  maxSize: number,
  hashDepth: number,
  reportedSize: number,
  columns: { leftChild: number[]; cutHigh: number[]; cutLow: number[] },
): RangeShape {
  const nodeCount = columns.leftChild.length
  return {
    range,
    maxSize,
    hashDepth,
    reportedSize,
    nodeCount,
    // Every inner node has two halves, so there is one leaf more than there are inner nodes.
    leafCount: (nodeCount + 1) / 2,
    leftChild: Int32Array.from(columns.leftChild),
    cutHigh: Uint32Array.from(columns.cutHigh),
    cutLow: Uint32Array.from(columns.cutLow),
  }
}

/** The leaf that holds the token, with its tokens and its depth. */
export function leafOf(shape: RangeShape, token: Token): ShapeLeaf {
  let node = 0
  let range = shape.range
  let depth = 0
  const { high, low } = placeInShape(shape.range, token)
  for (let left = shape.leftChild[0] as number; left !== 0; left = shape.leftChild[node] as number) {
    const [first, second] = halves(range) as readonly [TokenRange, TokenRange]
    const right = isRightOfCut(shape, node, high, low)
    node = right ? left + 1 : left
    range = right ? second : first
    depth++
  }
  return { node, range, depth }
}

/** All leaves, from the range's left end to its right. */
export function leavesOf(shape: RangeShape): readonly ShapeLeaf[] {
  const leaves: ShapeLeaf[] = []
  const visit = (node: number, range: TokenRange, depth: number): void => {
    const left = shape.leftChild[node] as number
    if (left === 0) {
      leaves.push({ node, range, depth })
      return
    }
    const [first, second] = halves(range) as readonly [TokenRange, TokenRange]
    visit(left, first, depth + 1)
    visit(left + 1, second, depth + 1)
  }
  visit(0, shape.range, 0)
  return leaves
}

/**
 * Where a token lies in a range, counted from its left end: 0 for the first token in it. Counted like this, a range
 * that goes through the ring's end is like any other. Two halves of 32 bits, since that is what compares fast.
 */
export interface Place {
  readonly high: number
  readonly low: number
}

/** Throws a RangeError when the token isn't in the range. */
export function placeInShape(range: TokenRange, token: Token): Place {
  const place = BigInt.asUintN(64, token - range.left - 1n)
  if (place > BigInt.asUintN(64, range.right - range.left - 1n)) {
    throw new RangeError(`token ${token} is not in the tree's range (${range.left}, ${range.right}]`)
  }
  return { high: Number(place >> 32n), low: Number(place & 0xffffffffn) }
}

/** True when a place belongs to the right half of an inner node. */
export function isRightOfCut(shape: RangeShape, node: number, high: number, low: number): boolean {
  const cutHigh = shape.cutHigh[node] as number
  return high > cutHigh || (high === cutHigh && low > (shape.cutLow[node] as number))
}
