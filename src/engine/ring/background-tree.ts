import { rangeTree, type RangeTree } from '../merkle/ranges.ts'
import { shapeOfDepth } from '../merkle/shape.ts'
import { equalRanges, rangeContains, wholeRing, type TokenRange } from '../token/range.ts'
import { backgroundTokens } from './background.ts'

/** The trees made last: the replicas of one repair all ask for the same ones. */
const made = new Map<string, RangeTree>()
const mostNodes = 2 ** 22

/** The tree of the background alone: it counts partitions, and every digest in it is zero. */
export function backgroundTree(count: number, range: TokenRange, depth: number): RangeTree {
  const name = `${count} ${range.left} ${range.right} ${depth}`
  let tree = made.get(name)
  if (tree === undefined) {
    const all = backgroundTokens(count)
    const tokens = equalRanges(range, wholeRing) ? all : all.filter((token) => rangeContains(range, token))
    const columns = { tokens, digests: new Uint8Array(tokens.length * 32) }
    tree = rangeTree(shapeOfDepth(range, depth), columns)
    const nodes = [...made.values()].reduce((sum, one) => sum + one.shape.nodeCount, tree.shape.nodeCount)
    if (nodes > mostNodes) made.clear()
    made.set(name, tree)
  }
  return tree
}

/** How many of so many background partitions have their token in a range. */
export function backgroundCount(count: number, range: TokenRange): number {
  if (equalRanges(range, wholeRing)) return count
  let inside = 0
  for (const token of count === 0 ? [] : backgroundTokens(count)) if (rangeContains(range, token)) inside++
  return inside
}
