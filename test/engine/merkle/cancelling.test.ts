import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '#engine/hash/hash.ts'
import { cancellingDigests } from '#engine/merkle/cancelling.ts'
import { rangeDifference } from '#engine/merkle/range-difference.ts'
import { rangeTree } from '#engine/merkle/ranges.ts'
import { shapeOfDepth } from '#engine/merkle/shape.ts'
import { wholeRing } from '#engine/token/range.ts'
import { tokenOf } from '#engine/token/token.ts'
import { xor } from './arbitraries.ts'

const numbers = Array.from({ length: 257 }, (_, index) => String(index))

describe('cancellingDigests(digests)', () => {
  it('finds 124 of SHA-256("0") to SHA-256("256") that XOR to zero', () => {
    const digests = numbers.map((number) => sha256(number))
    const found = cancellingDigests(digests) ?? []
    expect(found).toHaveLength(124)
    expect(xor(found.map((index) => digests[index] as Uint8Array))).toBe('00'.repeat(32))
  })

  it('so finds partitions whose loss a tree of one leaf does not see', () => {
    const partitions = numbers.map((number) => ({ token: tokenOf(number), digest: sha256(number) }))
    const lost = new Set(cancellingDigests(partitions.map(({ digest }) => digest)))
    const kept = partitions.filter((_, index) => !lost.has(index))
    expect(kept).toHaveLength(257 - 124)
    const compared = (depth: number) => {
      const shape = shapeOfDepth(wholeRing, depth)
      return rangeDifference(rangeTree(shape, partitions), rangeTree(shape, kept))
    }
    expect(compared(0).ranges).toEqual([])
    expect(compared(8).ranges).toEqual([])
  })

  it('finds a set exactly when there is one, and the set cancels', () => {
    const short = fc.array(fc.uint8Array({ minLength: 1, maxLength: 1 }), { maxLength: 9 })
    fc.assert(
      fc.property(short, (digests) => {
        const found = cancellingDigests(digests)
        const sums = new Set<number>([0])
        const dependent = digests.some(([byte = 0]) => {
          const seen = sums.has(byte)
          for (const sum of [...sums]) sums.add(sum ^ byte)
          return seen
        })
        expect(found !== undefined).toBe(dependent)
        if (found === undefined) return
        expect(found.length).toBeGreaterThan(0)
        expect(found.reduce((sum, index) => sum ^ (digests[index]?.[0] as number), 0)).toBe(0)
      }),
      { seed: 80, numRuns: 500 },
    )
  })

  it('always finds one among one digest more than there are bits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 2, maxLength: 2 }), { minLength: 17, maxLength: 17 }),
        (digests) => {
          expect(cancellingDigests(digests)).toBeDefined()
        },
      ),
      { seed: 81 },
    )
  })
})
