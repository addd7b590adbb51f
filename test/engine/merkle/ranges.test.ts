import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex } from '#engine/hash/bytes.ts'
import { digestAt, leaves, rangeTree, rootDigest, withPartitions } from '#engine/merkle/ranges.ts'
import { shapeOfDepth } from '#engine/merkle/shape.ts'
import { rangeContains, wholeRing } from '#engine/token/range.ts'
import { digestOf, replicas, side, xor } from './arbitraries.ts'

const depths = fc.integer({ min: 0, max: 6 })

describe('rangeTree(shape, partitions)', () => {
  it('is 32 zero bytes over nothing', () => {
    expect(hex(rootDigest(rangeTree(shapeOfDepth(wholeRing, 3), [])))).toBe('00'.repeat(32))
  })

  it('puts into each leaf the XOR of the partitions in its range, and counts them', () => {
    fc.assert(
      fc.property(replicas, depths, (given, depth) => {
        const partitions = side(given, 'a')
        const tree = rangeTree(shapeOfDepth(given.range, depth), partitions)
        for (const leaf of leaves(tree)) {
          const inside = partitions.filter(({ token }) => rangeContains(leaf.range, token))
          expect(hex(leaf.digest)).toBe(xor(inside.map(({ digest }) => digest)))
          expect(leaf.partitions).toBe(inside.length)
        }
        expect(hex(rootDigest(tree))).toBe(xor(partitions.map(({ digest }) => digest)))
        expect(tree.partitions[0]).toBe(partitions.length)
      }),
      { seed: 73 },
    )
  })

  it('makes every inner node the XOR of its halves', () => {
    fc.assert(
      fc.property(replicas, depths, (given, depth) => {
        const tree = rangeTree(shapeOfDepth(given.range, depth), side(given, 'a'))
        for (const [node, left] of tree.shape.leftChild.entries()) {
          if (left === 0) continue
          expect(hex(digestAt(tree, node))).toBe(xor([digestAt(tree, left), digestAt(tree, left + 1)]))
        }
      }),
      { seed: 74 },
    )
  })

  it('does not care for the order of partitions', () => {
    fc.assert(
      fc.property(replicas, depths, fc.integer(), (given, depth, turn) => {
        const shape = shapeOfDepth(given.range, depth)
        const partitions = side(given, 'a')
        const at = partitions.length === 0 ? 0 : Math.abs(turn) % partitions.length
        const turned = [...partitions.slice(at), ...partitions.slice(0, at)].reverse()
        expect(rangeTree(shape, turned)).toEqual(rangeTree(shape, partitions))
      }),
      { seed: 75 },
    )
  })

  it('takes the same partitions as columns, wherever their bytes begin', () => {
    const partitions = [3n, -9n, 12n].map((token) => ({ token, digest: digestOf(token, 1) }))
    const bytes = new Uint8Array(1 + 96)
    for (const [index, { digest }] of partitions.entries()) bytes.set(digest, 1 + index * 32)
    const columns = { tokens: BigInt64Array.of(3n, -9n, 12n), digests: bytes.subarray(1) }
    const shape = shapeOfDepth(wholeRing, 4)
    expect(rangeTree(shape, columns)).toEqual(rangeTree(shape, partitions))
  })

  it('refuses a token that is not in its range, and a digest that is not of 32 bytes', () => {
    const shape = shapeOfDepth({ left: 0n, right: 10n }, 2)
    const digest = digestOf(0n, 1)
    expect(() => rangeTree(shape, [{ token: 0n, digest }])).toThrow(
      /token 0 is not in the tree's range \(0, 10\]/,
    )
    expect(() => rangeTree(shape, [{ token: 1n, digest: digest.subarray(1) }])).toThrow(/received 31/)
    expect(() => rangeTree(shape, { tokens: BigInt64Array.of(1n), digests: new Uint8Array(31) })).toThrow(
      /received 31/,
    )
  })
})

describe('withPartitions(tree, changes)', () => {
  it('equals building the tree again, and touches only the paths of what changed', () => {
    fc.assert(
      fc.property(replicas, depths, (given, depth) => {
        const shape = shapeOfDepth(given.range, depth)
        const before = rangeTree(shape, side(given, 'a'))
        const changed = given.rows.filter((row) => row.a !== row.b)
        const after = withPartitions(
          before,
          changed.map(({ token, a, b }) => ({
            token,
            ...(a === 0 ? {} : { before: digestOf(token, a) }),
            ...(b === 0 ? {} : { after: digestOf(token, b) }),
          })),
        )
        expect(after).toEqual(rangeTree(shape, side(given, 'b')))
        expect(before).toEqual(rangeTree(shape, side(given, 'a')))
        for (const [index, leaf] of leaves(after).entries()) {
          if (changed.some(({ token }) => rangeContains(leaf.range, token))) continue
          expect(leaf).toEqual(leaves(before)[index])
        }
      }),
      { seed: 76 },
    )
  })
})
