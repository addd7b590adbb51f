import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  halvedShape,
  leafOf,
  leavesOf,
  shapeOfDepth,
  singleLeafShape,
  splitShape,
} from '#engine/merkle/shape.ts'
import { depthFor } from '#engine/merkle/depth.ts'
import { rangeContains, wholeRing } from '#engine/token/range.ts'
import { ranges, tokens } from './arbitraries.ts'

describe('depthFor(partitions, cap)', () => {
  it('is ceil(log2 n), 0 for none and for one', () => {
    expect([0, 1, 2, 3, 4, 5, 1023, 1024, 1025].map((n) => depthFor(n, 20))).toEqual([
      0, 0, 1, 2, 2, 3, 10, 10, 11,
    ])
  })

  it('stops at the cap', () => {
    expect([depthFor(1_000_000, 20), depthFor(1_000_000, 15), depthFor(1e9, 20)]).toEqual([20, 15, 20])
  })
})

describe('halvedShape(range, limits)', () => {
  it('goes down floor(log2 maxSize) levels', () => {
    const counts = [1, 2, 3, 4, 7, 8, 1000, 1024].map(
      (maxSize) => halvedShape(wholeRing, { maxSize }).leafCount,
    )
    expect(counts).toEqual([1, 2, 2, 4, 4, 8, 512, 1024])
  })

  it('goes no further down than hashDepth', () => {
    expect(halvedShape(wholeRing, { maxSize: 1024, hashDepth: 3 })).toMatchObject({
      leafCount: 8,
      reportedSize: 8,
    })
  })

  it('stops early in a tiny range, yet reports the size it was asked for', () => {
    const shape = halvedShape({ left: 0n, right: 7n }, { maxSize: 64 })
    expect(shape).toMatchObject({ leafCount: 7, reportedSize: 64 })
    expect(leavesOf(shape).map(({ range }) => range.right)).toEqual([1n, 2n, 3n, 4n, 5n, 6n, 7n])
    expect(leavesOf(shape).map(({ depth }) => depth)).toEqual([2, 3, 3, 3, 3, 3, 3])
  })

  it('halves the whole ring into equal leaves', () => {
    const rights = leavesOf(shapeOfDepth(wholeRing, 2)).map(({ range }) => range.right)
    expect(rights).toEqual([-(2n ** 62n) - 1n, -1n, 2n ** 62n - 1n, -(2n ** 63n)])
  })

  it('refuses a depth that is none', () => {
    for (const depth of [-1, 1.5, 25]) expect(() => shapeOfDepth(wholeRing, depth)).toThrow(RangeError)
  })

  it('shares out the range: every token of it is in exactly one leaf, the one that leafOf names', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 6 }), tokens, (range, depth, token) => {
        const shape = shapeOfDepth(range, depth)
        const leaves = leavesOf(shape)
        expect(leaves).toHaveLength(shape.leafCount)
        const holders = leaves.filter((leaf) => rangeContains(leaf.range, token))
        if (rangeContains(range, token)) expect(holders).toEqual([leafOf(shape, token)])
        else expect(() => leafOf(shape, token)).toThrow(/is not in the tree's range/)
      }),
      { seed: 71, numRuns: 500 },
    )
  })
})

describe('splitShape(shape, token)', () => {
  it('halves the leaf that holds the token, and no other', () => {
    const one = singleLeafShape({ left: 0n, right: 8n }, { maxSize: 4 })
    const three = splitShape(splitShape(one, 1n), 7n)
    expect(leavesOf(three).map(({ range, depth }) => [range.right, depth])).toEqual([
      [4n, 1],
      [6n, 2],
      [8n, 2],
    ])
    expect(three).toMatchObject({ leafCount: 3, reportedSize: 3 })
    expect(one.leafCount).toBe(1)
  })

  it('hands back the same shape when it is full, deep enough, or too small to be halved', () => {
    const full = splitShape(singleLeafShape(wholeRing, { maxSize: 2 }), 5n)
    expect(splitShape(full, 5n)).toBe(full)
    const deep = splitShape(singleLeafShape(wholeRing, { maxSize: 8, hashDepth: 1 }), 5n)
    expect(splitShape(deep, 5n)).toBe(deep)
    const small = singleLeafShape({ left: 4n, right: 5n }, { maxSize: 8 })
    expect(splitShape(small, 5n)).toBe(small)
  })

  it('comes to the shape that halving makes, when every leaf is split', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        let shape = singleLeafShape(range, { maxSize: 64 })
        for (let level = 0; level < 3; level++) {
          shape = leavesOf(shape).reduce((grown, leaf) => splitShape(grown, leaf.range.right), shape)
        }
        const place = ({ range: at, depth }: { range: unknown; depth: number }) => ({ at, depth })
        expect(leavesOf(shape).map(place)).toEqual(leavesOf(shapeOfDepth(range, 3)).map(place))
      }),
      { seed: 72 },
    )
  })
})
