import { equalRanges, halves, type TokenRange } from '../token/range.ts'
import { equalDigests, type RangeTree } from './ranges.ts'

/** A range in which two trees differ, as large as the walk could make it. */
export interface DifferingRange extends TokenRange {
  /** Halvings from the whole range down to this one. */
  readonly depth: number
  /** Partitions in it on either side: what streaming this range both ways sends. */
  readonly partitionsA: number
  readonly partitionsB: number
}

/** One comparison of the walk, in the order it is made. */
export interface RangeComparison extends TokenRange {
  readonly depth: number
  /** True when the walk can't look further down on one of the sides. */
  readonly isLeaf: boolean
  readonly equal: boolean
}

/** Where two trees of ranges differ, and what it took to find out. */
export interface RangeDifference {
  /** In the order Cassandra lists them, which isn't the order of tokens: a whole half follows its sibling's pieces. */
  readonly ranges: readonly DifferingRange[]
  /** Every comparison: the root, then two for each node looked into. */
  readonly comparisons: readonly RangeComparison[]
}

/**
 * Where two range trees differ (MerkleTree.difference), with its merging: when both halves of a node differ from end to
 * end, the node is listed in their place, and so on upwards; a node with a consistent part never is. The trees may be
 * of different depth: a leaf on one side stands for all below it on the other.
 *
 * What XOR cancels isn't found. Throws a RangeError when the trees don't cover the same range.
 */
export function rangeDifference(a: RangeTree, b: RangeTree): RangeDifference {
  const whole = a.shape.range
  if (!equalRanges(whole, b.shape.range)) {
    const name = ({ left, right }: TokenRange) => `(${left}, ${right}]`
    throw new RangeError(
      `only trees over one range are compared: these cover ${name(whole)} and ${name(b.shape.range)}`,
    )
  }
  const ranges: DifferingRange[] = []
  const comparisons: RangeComparison[] = []
  const root: Pair = { range: whole, depth: 0, aNode: 0, bNode: 0 }
  if (compare(root) === 'full') list(root)
  return { ranges, comparisons }

  /** Lists what differs below, unless all of it does, which is left for the caller to list in one piece. */
  function compare(pair: Pair): Verdict {
    const below = childrenOf(pair)
    const equal = equalDigests(a, pair.aNode, b, pair.bNode)
    comparisons.push({ ...pair.range, depth: pair.depth, isLeaf: below === undefined, equal })
    if (equal) return 'consistent'
    if (below === undefined) return 'full'
    const [left, right] = below
    const verdicts = [compare(left), compare(right)] as const
    if (verdicts[0] === 'full' && verdicts[1] === 'full') return 'full'
    if (verdicts[0] === 'full') list(left)
    if (verdicts[1] === 'full') list(right)
    return 'partial'
  }

  function childrenOf({ range, depth, aNode, bNode }: Pair): readonly [Pair, Pair] | undefined {
    const aLeft = a.shape.leftChild[aNode] as number
    const bLeft = b.shape.leftChild[bNode] as number
    const parts = aLeft === 0 || bLeft === 0 ? undefined : halves(range)
    if (parts === undefined) return undefined
    return [
      { range: parts[0], depth: depth + 1, aNode: aLeft, bNode: bLeft },
      { range: parts[1], depth: depth + 1, aNode: aLeft + 1, bNode: bLeft + 1 },
    ]
  }

  function list({ range, depth, aNode, bNode }: Pair): void {
    const partitionsA = a.partitions[aNode] as number
    const partitionsB = b.partitions[bNode] as number
    ranges.push({ ...range, depth, partitionsA, partitionsB })
  }
}

/** The same range in both trees. */
interface Pair {
  readonly range: TokenRange
  readonly depth: number
  readonly aNode: number
  readonly bNode: number
}

type Verdict = 'consistent' | 'partial' | 'full'
