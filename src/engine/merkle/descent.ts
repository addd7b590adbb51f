import { equalBytes } from '../hash/bytes.ts'
import type { TextbookNode, TextbookTree } from './textbook.ts'

/** Bytes of one SHA-256 digest on the wire. */
export const digestBytes = 32

/** What two textbook trees of the same length disagree about, and what finding it cost. */
export interface TextbookDifference {
  /** Rows whose leaves differ, ascending. */
  readonly leaves: readonly number[]
  /** The root, and two for every opened node. */
  readonly digestsCompared: number
  /** Nodes that differed and had children to look at. */
  readonly nodesOpened: number
}

/** One comparison of the walk: one node of both trees, equal or not. Counts include this comparison. */
export interface DescentStep {
  /** 0 at the root. All comparisons of a level travel together: one round trip. */
  readonly level: number
  readonly from: number
  readonly to: number
  readonly isLeaf: boolean
  readonly equal: boolean
  readonly digestsCompared: number
  /** What one side has sent the other so far: 32 bytes a digest. */
  readonly bytes: number
  readonly roundTrips: number
}

/** Why these trees can't be compared node by node, in words for the reader; undefined when they can. */
export function whyNotComparable(a: TextbookTree, b: TextbookTree): string | undefined {
  if (a.leafCount === b.leafCount) return undefined
  return (
    `only trees with equally many leaves are compared: these have ${a.leafCount} and ${b.leafCount}. ` +
    'A row more on one side moves every row behind it to another place, so nothing would line up.'
  )
}

/**
 * The rows in which two trees differ, found by walking down only where digests differ.
 * Throws a RangeError naming both leaf counts when they aren't equal; {@link whyNotComparable} asks first.
 */
export function difference(a: TextbookTree, b: TextbookTree): TextbookDifference {
  const leaves: number[] = []
  let digestsCompared = 0
  let nodesOpened = 0
  for (const { one, equal } of comparisons(a, b)) {
    digestsCompared++
    if (equal) continue
    if (one.left === undefined) leaves.push(one.from)
    else nodesOpened++
  }
  // Level by level, a leaf of a shorter branch comes before leaves further left.
  leaves.sort((x, y) => x - y)
  return { leaves, digestsCompared, nodesOpened }
}

/**
 * The same walk, comparison by comparison, in the order in which it happens: level by level, left to right, since a
 * level is asked for at once and answered in one round trip. Equal subtrees aren't entered.
 */
export function descend(a: TextbookTree, b: TextbookTree): readonly DescentStep[] {
  const steps: DescentStep[] = []
  for (const { one, equal, level } of comparisons(a, b)) {
    const digestsCompared = steps.length + 1
    steps.push({
      level,
      from: one.from,
      to: one.to,
      isLeaf: one.left === undefined,
      equal,
      digestsCompared,
      bytes: digestsCompared * digestBytes,
      roundTrips: level + 1,
    })
  }
  return steps
}

interface Comparison {
  readonly one: TextbookNode
  readonly other: TextbookNode
  readonly equal: boolean
  readonly level: number
}

/** Equal lengths give equal shapes, so both trees are walked in step. */
function comparisons(a: TextbookTree, b: TextbookTree): readonly Comparison[] {
  const reason = whyNotComparable(a, b)
  if (reason !== undefined) throw new RangeError(reason)
  const compared: Comparison[] = [compare(a.root, b.root, 0)]
  // The list grows while it is read: children join the end, which is what makes the order level by level.
  for (let next = 0; next < compared.length; next++) {
    const { one, other, equal, level } = compared[next] as Comparison
    if (equal) continue
    if (one.left === undefined || one.right === undefined) continue
    compared.push(compare(one.left, other.left as TextbookNode, level + 1))
    compared.push(compare(one.right, other.right as TextbookNode, level + 1))
  }
  return compared
}

function compare(one: TextbookNode, other: TextbookNode, level: number): Comparison {
  return { one, other, equal: one === other || equalBytes(one.digest, other.digest), level }
}
