import { equalBytes, shortHex } from '../hash/bytes.ts'
import { equalRanges, halves, type TokenRange } from '../token/range.ts'
import { whyNotComparable } from './descent.ts'
import { digestAt, type RangeTree } from './ranges.ts'
import type { TextbookNode, TextbookTree } from './textbook.ts'

/** `alone`: there is nothing to compare it with (no other tree, or that one has a leaf above). */
export type OutlineState = 'alone' | 'equal' | 'differs'

/** One drawn node. Without children it is a leaf of the tree, or, with more than one leaf, a subtree drawn folded. */
export interface OutlineNode {
  /** The first 12 hexadecimal digits. */
  readonly digest: string
  /** What it stands for, rows counted from 1: `row 3`, `rows 5 to 8`, or a token range `(-1, 42]`. */
  readonly label: string
  /** First and one past last row, counted from 0, or left (out) and right (in) token, as text. */
  readonly from: string
  readonly to: string
  readonly depth: number
  readonly state: OutlineState
  readonly leaves: number
  /** Leaves below (itself, if it is one) that differ; a leaf of the other tree above them counts them all. */
  readonly differingLeaves: number
  /** Partitions below; only in a tree over token ranges. */
  readonly partitions?: number
  readonly children?: readonly [OutlineNode, OutlineNode]
}

/** A tree as plain JSON, small enough to be drawn whatever the size of the tree. */
export interface TreeOutline {
  readonly kind: 'textbook' | 'ranges'
  readonly leaves: number
  /** Of the deepest leaf; the root is at 0. */
  readonly depth: number
  /** Nodes without children in this outline: at most {@link drawnLeavesLimit}. */
  readonly drawnLeaves: number
  readonly root: OutlineNode
}

/** A tree of more leaves is drawn with parts folded. */
export const drawnLeavesLimit = 64

/**
 * The tree as it is to be drawn. A tree of at most 64 leaves is whole. In a larger one, what is equal in `other` is
 * folded and the paths to the first differing leaves are open, as many as fit; without `other` the top is open.
 * Throws a RangeError when the two can't be compared (unequal leaf counts; other kind; other range).
 */
export function outline(tree: TextbookTree | RangeTree, other?: TextbookTree | RangeTree): TreeOutline {
  const root = tree.kind === 'textbook' ? textbookSketch(tree, other) : rangeSketch(tree, other)
  const open = root.leaves <= drawnLeavesLimit ? undefined : chooseOpen(root, other !== undefined)
  const drawn = draw(root, 0, open)
  return {
    kind: tree.kind,
    leaves: root.leaves,
    depth: root.height,
    drawnLeaves: countDrawnLeaves(drawn),
    root: drawn,
  }
}

/** What both kinds of tree come to before it is chosen what is drawn. */
interface Sketch {
  readonly digest: Uint8Array
  readonly label: string
  readonly from: string
  readonly to: string
  readonly state: OutlineState
  readonly leaves: number
  readonly differingLeaves: number
  readonly height: number
  readonly partitions?: number
  readonly children: readonly [Sketch, Sketch] | undefined
}

type Named = Pick<Sketch, 'digest' | 'label' | 'from' | 'to' | 'state' | 'partitions' | 'children'>

/** `coarse`: the node differs, but what is below has nothing to be compared with, so all of it is in doubt. */
function sketch(named: Named, coarse: boolean): Sketch {
  const [left, right] = named.children ?? []
  const leaves = left && right ? left.leaves + right.leaves : 1
  const below = left && right ? left.differingLeaves + right.differingLeaves : 1
  const differingLeaves = named.state !== 'differs' ? 0 : coarse ? leaves : below
  const height = left && right ? 1 + Math.max(left.height, right.height) : 0
  return { ...named, leaves, differingLeaves, height }
}

function textbookSketch(tree: TextbookTree, other: TextbookTree | RangeTree | undefined): Sketch {
  if (other !== undefined && other.kind !== 'textbook') throw new RangeError(kindsDiffer)
  const reason = other === undefined ? undefined : whyNotComparable(tree, other)
  if (reason !== undefined) throw new RangeError(reason)
  return visit(tree.root, other?.root)

  function visit(node: TextbookNode, twin: TextbookNode | undefined): Sketch {
    const { digest, from, to, left, right } = node
    const label = to - from === 1 ? `row ${from + 1}` : to === from ? 'no rows' : `rows ${from + 1} to ${to}`
    const state = twin === undefined ? 'alone' : stateOf(digest, twin.digest)
    const children =
      left && right ? ([visit(left, twin?.left), visit(right, twin?.right)] as const) : undefined
    return sketch({ digest, label, from: String(from), to: String(to), state, children }, false)
  }
}

function rangeSketch(tree: RangeTree, other: TextbookTree | RangeTree | undefined): Sketch {
  if (other !== undefined && other.kind !== 'ranges') throw new RangeError(kindsDiffer)
  if (other !== undefined && !equalRanges(tree.shape.range, other.shape.range)) {
    throw new RangeError('only trees over one token range are compared')
  }
  return visit(0, tree.shape.range, other === undefined ? undefined : 0)

  function visit(node: number, range: TokenRange, twin: number | undefined): Sketch {
    const digest = digestAt(tree, node)
    const left = tree.shape.leftChild[node] as number
    const twinLeft = twin === undefined ? 0 : (other as RangeTree).shape.leftChild[twin]
    const parts = left === 0 ? undefined : halves(range)
    const twins = twinLeft ? ([twinLeft, twinLeft + 1] as const) : [undefined, undefined]
    const children = parts
      ? ([visit(left, parts[0], twins[0]), visit(left + 1, parts[1], twins[1])] as const)
      : undefined
    const [from, to] = [String(range.left), String(range.right)]
    const state = twin === undefined ? 'alone' : stateOf(digest, digestAt(other as RangeTree, twin))
    const partitions = tree.partitions[node] as number
    return sketch({ digest, label: `(${from}, ${to}]`, from, to, state, partitions, children }, !twinLeft)
  }
}

const kindsDiffer = 'a tree over rows and a tree over token ranges have nothing to be compared by'

function stateOf(one: Uint8Array, other: Uint8Array): OutlineState {
  return equalBytes(one, other) ? 'equal' : 'differs'
}

/** The inner nodes to draw open. Opening one puts two in the place of one, so the limit allows 63 of them. */
function chooseOpen(root: Sketch, compared: boolean): ReadonlySet<Sketch> {
  const open = new Set<Sketch>()
  if (compared) openPaths(root, [], open)
  else openTop(root, open)
  return open
}

/** Level by level from the top. */
function openTop(root: Sketch, open: Set<Sketch>): void {
  const waiting = [root]
  for (const node of waiting) {
    if (open.size === drawnLeavesLimit - 1) return
    if (node.children === undefined) continue
    open.add(node)
    waiting.push(...node.children)
  }
}

/** Down to the differing leaves, from left to right, each path whole or not at all. False once one didn't fit. */
function openPaths(node: Sketch, path: readonly Sketch[], open: Set<Sketch>): boolean {
  if (node.state !== 'differs') return true
  if (node.children === undefined) {
    const more = path.filter((one) => !open.has(one))
    if (open.size + more.length > drawnLeavesLimit - 1) return false
    for (const one of more) open.add(one)
    return true
  }
  const longer = [...path, node]
  return openPaths(node.children[0], longer, open) && openPaths(node.children[1], longer, open)
}

function draw(node: Sketch, depth: number, open: ReadonlySet<Sketch> | undefined): OutlineNode {
  const { digest, label, from, to, state, leaves, differingLeaves, partitions, children } = node
  const isOpen = children !== undefined && (open === undefined || open.has(node))
  return {
    digest: shortHex(digest),
    label,
    from,
    to,
    depth,
    state,
    leaves,
    differingLeaves,
    ...(partitions === undefined ? {} : { partitions }),
    ...(isOpen ? { children: [draw(children[0], depth + 1, open), draw(children[1], depth + 1, open)] } : {}),
  }
}

function countDrawnLeaves(node: OutlineNode): number {
  return node.children === undefined
    ? 1
    : countDrawnLeaves(node.children[0]) + countDrawnLeaves(node.children[1])
}
