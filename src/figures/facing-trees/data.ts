import { descend, hex, shortHex, textbookTree, type TextbookNode } from '#engine/trees.ts'

/** One node of two trees laid over each other, with its place in the drawing. */
export interface FacingNode {
  /** Digests of one side and of the other, shortened. */
  readonly digests: readonly [string, string]
  readonly level: number
  /** The middle of the rows below it, counted in rows from the left: 0.5 is the first row's. */
  readonly middle: number
  readonly isLeaf: boolean
  readonly from: number
  readonly to: number
  /** When the walk compared it, from 1; undefined if it was never asked for. */
  readonly compared: number | undefined
  readonly equal: boolean
}

/** Two replicas' rows and trees, and what comparing them took. */
export interface FacingTrees {
  readonly rows: readonly [readonly string[], readonly string[]]
  readonly nodes: readonly FacingNode[]
  readonly comparisons: number
}

/** Two textbook trees over equally many rows, and the walk that finds where they differ. Every digest is computed. */
export function facingTrees(rows: readonly string[], others: readonly string[]): FacingTrees {
  const one = textbookTree(rows)
  const other = textbookTree(others)
  const steps = descend(one, other)
  const nodes: FacingNode[] = []
  const add = (a: TextbookNode, b: TextbookNode, level: number): void => {
    const index = steps.findIndex((step) => step.from === a.from && step.to === a.to)
    nodes.push({
      digests: [shortHex(a.digest, 8), shortHex(b.digest, 8)],
      level,
      middle: (a.from + a.to) / 2,
      isLeaf: a.left === undefined,
      from: a.from,
      to: a.to,
      compared: index === -1 ? undefined : index + 1,
      equal: hex(a.digest) === hex(b.digest),
    })
    if (a.left && b.left) add(a.left, b.left, level + 1)
    if (a.right && b.right) add(a.right, b.right, level + 1)
  }
  add(one.root, other.root, 0)
  return { rows: [rows, others], nodes, comparisons: steps.length }
}
