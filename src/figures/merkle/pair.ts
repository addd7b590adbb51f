import { equalBytes, shortHex } from '#engine/hash/bytes.ts'
import type { TextbookNode, TextbookTree } from '#engine/merkle/textbook.ts'
import type { PictureNode } from '#figures/tree/picture.tsx'

/** The same node of two trees: what the picture and the walk are made of, whichever kind of tree it is. */
export interface Pair {
  /** Unique in the pair of trees. */
  readonly key: string
  readonly level: number
  /** What it stands for, in words that fit a sentence: "hash CD", "rows 1 to 8". */
  readonly name: string
  /** The same as short as it fits beside a box: "CD", "3–4". */
  readonly short: string | undefined
  /** What is written under a leaf, on each side. */
  readonly labels: readonly [string, string] | undefined
  /** Rows or partitions below it. */
  readonly places: number
  readonly leaves: number
  readonly hashes: readonly [string, string]
  readonly equal: boolean
  /** Its halves; undefined for a leaf. */
  readonly halves: (() => readonly [Pair, Pair]) | undefined
}

/** What the rows of two textbook trees are called. */
export interface RowNames {
  /** "A", "B" for four rows as the notes name them; "row 3" otherwise. */
  readonly leaf: (index: number) => string
  readonly span: (from: number, to: number) => string
  readonly short: (from: number, to: number) => string
  readonly label: (side: 0 | 1, index: number) => string
}

/** The key of a textbook node: its rows. */
export function keyOfRows(from: number, to: number): string {
  return `${from}-${to}`
}

/** Two textbook trees of the same length as one tree of pairs. */
export function pairOfRows(a: TextbookTree, b: TextbookTree, names: RowNames): Pair {
  const pairOf = (one: TextbookNode, other: TextbookNode, level: number): Pair => {
    const { left, right } = one
    const isLeaf = left === undefined || right === undefined
    return {
      key: keyOfRows(one.from, one.to),
      level,
      name: level === 0 ? 'the roots' : isLeaf ? names.leaf(one.from) : names.span(one.from, one.to),
      short: level === 0 ? 'root' : names.short(one.from, one.to),
      labels: isLeaf ? [names.label(0, one.from), names.label(1, one.from)] : undefined,
      places: one.to - one.from,
      leaves: one.to - one.from,
      hashes: [shortHex(one.digest, 12), shortHex(other.digest, 12)],
      equal: one === other || equalBytes(one.digest, other.digest),
      halves: isLeaf
        ? undefined
        : () => [
            pairOf(left, other.left as TextbookNode, level + 1),
            pairOf(right, other.right as TextbookNode, level + 1),
          ],
    }
  }
  return pairOf(a.root, b.root, 0)
}

/** More leaves than this, and only what the walk has opened is drawn. */
const leavesDrawnWhole = 16

/**
 * The drawing after the comparisons `seen` (keys, in order): small trees whole, large ones unfolded only where the walk
 * has been, so that what is equal stays folded and nothing is given away before it's compared. `changed` are the nodes that
 * the reader's last edit hashed again.
 */
export function drawnAfter(
  root: Pair,
  seen: readonly string[],
  side: 0 | 1,
  changed: ReadonlySet<string> = new Set(),
): PictureNode {
  const compared = new Set(seen)
  const whole = root.leaves <= leavesDrawnWhole
  const draw = (pair: Pair, settled: boolean): PictureNode => {
    const known = compared.has(pair.key)
    const look = settled ? 'settled' : !known ? 'unseen' : pair.equal ? 'same' : 'differs'
    const unfold = pair.halves !== undefined && (whole || (known && !pair.equal))
    const below = unfold && pair.halves ? pair.halves() : []
    return {
      key: pair.key,
      look,
      now: seen.at(-1) === pair.key,
      changed: changed.has(pair.key),
      name: pair.short,
      folded: pair.halves !== undefined && !unfold,
      hash: pair.hashes[side],
      label: pair.labels?.[side],
      places: pair.places,
      children: below.map((half) => draw(half, settled || look === 'same')),
    }
  }
  return draw(root, false)
}
