import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex } from '#engine/hash/bytes.ts'
import { rangeDifference } from '#engine/merkle/range-difference.ts'
import { leaves, rangeTree, withPartitions, type RangeTree } from '#engine/merkle/ranges.ts'
import { leavesOf, shapeOfDepth } from '#engine/merkle/shape.ts'
import { normalizeRanges, rangeContains, wholeRing } from '#engine/token/range.ts'
import { digestOf, replicas, side } from './arbitraries.ts'

const depths = fc.integer({ min: 0, max: 6 })

/** Two trees over (0, 16] of 16 leaves, equal but for the leaves of these tokens. */
function differingIn(...tokens: bigint[]): readonly [RangeTree, RangeTree] {
  const tree = rangeTree(shapeOfDepth({ left: 0n, right: 16n }, 4), [])
  return [
    tree,
    withPartitions(
      tree,
      tokens.map((token) => ({ token, after: digestOf(token, 1) })),
    ),
  ]
}

function listed(...tokens: bigint[]): readonly string[] {
  return rangeDifference(...differingIn(...tokens)).ranges.map(
    ({ left, right, depth }) => `${left}-${right} at ${depth}`,
  )
}

describe('rangeDifference(a, b)', () => {
  it('lists nothing for equal trees, after one comparison', () => {
    const [tree] = differingIn()
    expect(rangeDifference(tree, tree)).toMatchObject({ ranges: [], comparisons: { length: 1 } })
  })

  it('lists one leaf', () => {
    expect(listed(6n)).toEqual(['5-6 at 4'])
  })

  it('merges what the tree joins: two leaves of one parent, four of one grandparent, all of them', () => {
    expect(listed(5n, 6n)).toEqual(['4-6 at 3'])
    expect(listed(5n, 6n, 7n, 8n)).toEqual(['4-8 at 2'])
    expect(listed(...Array.from({ length: 16 }, (_, index) => BigInt(index + 1)))).toEqual(['0-16 at 0'])
  })

  it('leaves neighbours of two parents apart: only normalizing joins them', () => {
    expect(listed(8n, 9n)).toEqual(['7-8 at 4', '8-9 at 4'])
    expect(normalizeRanges(rangeDifference(...differingIn(8n, 9n)).ranges)).toEqual([{ left: 7n, right: 9n }])
  })

  it('lists a whole half after the pieces of its sibling, left or right', () => {
    expect(listed(1n, 2n, 3n)).toEqual(['2-3 at 4', '0-2 at 3'])
    expect(listed(2n, 3n, 4n)).toEqual(['1-2 at 4', '2-4 at 3'])
  })

  it('does not merge a node in which one leaf is consistent', () => {
    const all = Array.from({ length: 15 }, (_, index) => BigInt(index + 2))
    expect(listed(...all)).toEqual(['1-2 at 4', '2-4 at 3', '4-8 at 2', '8-16 at 1'])
  })

  it('lists the whole range when a tree is one leaf', () => {
    const one = rangeTree(shapeOfDepth(wholeRing, 0), [{ token: 1n, digest: digestOf(1n, 1) }])
    expect(rangeDifference(one, rangeTree(shapeOfDepth(wholeRing, 5), [])).ranges).toEqual([
      { ...wholeRing, depth: 0, partitionsA: 1, partitionsB: 0 },
    ])
  })

  it('takes a leaf of the flatter tree for all that is below it on the other side', () => {
    const range = { left: 0n, right: 16n }
    const flat = rangeTree(shapeOfDepth(range, 2), [])
    const deep = rangeTree(shapeOfDepth(range, 4), [{ token: 6n, digest: digestOf(6n, 1) }])
    expect(rangeDifference(flat, deep).ranges).toEqual([
      { left: 4n, right: 8n, depth: 2, partitionsA: 0, partitionsB: 1 },
    ])
  })

  it('refuses trees over two ranges, naming both', () => {
    const other = rangeTree(shapeOfDepth({ left: 0n, right: 8n }, 3), [])
    expect(() => rangeDifference(differingIn()[0], other)).toThrow(/cover \(0, 16\] and \(0, 8\]/)
  })

  it('covers every differing partition whose digests do not cancel, at any two depths', () => {
    fc.assert(
      fc.property(replicas, depths, depths, (given, depthA, depthB) => {
        const a = rangeTree(shapeOfDepth(given.range, depthA), side(given, 'a'))
        const b = rangeTree(shapeOfDepth(given.range, depthB), side(given, 'b'))
        const { ranges } = rangeDifference(a, b)
        for (const { token } of given.rows.filter((row) => row.a !== row.b)) {
          expect(ranges.filter((range) => rangeContains(range, token))).toHaveLength(1)
        }
        expect(rangeDifference(b, a).ranges.map(({ left, right }) => [left, right])).toEqual(
          ranges.map(({ left, right }) => [left, right]),
        )
      }),
      { seed: 77, numRuns: 400 },
    )
  })

  it('covers exactly the leaves that differ, in as few nodes as there can be', () => {
    fc.assert(
      fc.property(replicas, depths, (given, depth) => {
        const shape = shapeOfDepth(given.range, depth)
        const [a, b] = [rangeTree(shape, side(given, 'a')), rangeTree(shape, side(given, 'b'))]
        const { ranges, comparisons } = rangeDifference(a, b)
        const digests = (tree: RangeTree) => leaves(tree).map((leaf) => hex(leaf.digest))
        const [ofA, ofB] = [digests(a), digests(b)]
        for (const [index, leaf] of leavesOf(shape).entries()) {
          const covered = ranges.some((range) => rangeContains(range, leaf.range.right))
          expect(covered).toBe(ofA[index] !== ofB[index])
        }
        // Two listed ranges with one parent would have been listed as the parent.
        const parents = ranges.map(({ left, right, depth: level }) =>
          parentOf(comparisons, { left, right }, level),
        )
        expect(new Set(parents).size).toBe(parents.length)
        const opened = comparisons.filter(({ equal, isLeaf }) => !equal && !isLeaf).length
        expect(comparisons).toHaveLength(1 + 2 * opened)
      }),
      { seed: 78, numRuns: 300 },
    )
  })

  it('counts the partitions of each side in what it lists', () => {
    fc.assert(
      fc.property(replicas, depths, (given, depth) => {
        const shape = shapeOfDepth(given.range, depth)
        const { ranges } = rangeDifference(
          rangeTree(shape, side(given, 'a')),
          rangeTree(shape, side(given, 'b')),
        )
        for (const range of ranges) {
          const inside = (name: 'a' | 'b') =>
            side(given, name).filter(({ token }) => rangeContains(range, token)).length
          expect([range.partitionsA, range.partitionsB]).toEqual([inside('a'), inside('b')])
        }
      }),
      { seed: 79 },
    )
  })
})

/** The compared range, one level up, that holds this one; the whole range has itself. */
function parentOf(
  comparisons: ReturnType<typeof rangeDifference>['comparisons'],
  range: { left: bigint; right: bigint },
  depth: number,
): string {
  const parent = comparisons.find((one) => one.depth === depth - 1 && rangeContains(one, range.right))
  return parent === undefined ? 'none' : `${parent.left} ${parent.right}`
}
