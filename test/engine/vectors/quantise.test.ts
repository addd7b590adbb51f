import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactSearch, recallOf } from '#engine/vectors/exact.ts'
import { fuseByRank, fuseByScore } from '#engine/vectors/fuse.ts'
import { floatBytes, quantised } from '#engine/vectors/quantise.ts'
import { unpacked } from '#engine/vectors/packed.ts'
import { scattered, spaceOf } from './vectors.ts'

describe('quantisation', () => {
  test('moves no number by more than half a step of its row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 12 }), (seed, bits) => {
        const rows = scattered(seed, { rows: 5, dims: 9 })
        for (const [at, row] of quantised(rows, bits).rows.entries()) {
          const greatest = Math.max(...rows[at]!.map(Math.abs))
          const half = greatest / ((1 << (bits - 1)) - 1) / 2
          for (const [place, value] of row.entries()) {
            expect(Math.abs(value - rows[at]![place]!)).toBeLessThanOrEqual(half * 1.0001)
          }
        }
      }),
    )
  })

  test('keeps the neighbours better with more bits, for more bytes', () => {
    const rows = scattered(8, { rows: 300, dims: 24 })
    const exact = spaceOf(rows)
    const kept = [2, 4, 8].map((bits) => {
      const space = spaceOf(quantised(rows, bits).rows)
      return rows.reduce(
        (sum, row) => sum + recallOf(exactSearch(space, row, 10), exactSearch(exact, row, 10)),
        0,
      )
    })
    expect(kept).toEqual(kept.toSorted((a, b) => a - b))
    expect(kept[2]! / 300).toBeGreaterThan(0.95)
    expect(quantised(rows, 8).bytes).toBe(300 * 26)
    expect(floatBytes(rows)).toBe(300 * 24 * 4)
  })

  test('reads rows that are packed in 4 and in 8 bits', () => {
    const eight = unpacked(
      { rows: 2, dims: 2, bits: 8, step: 0.5 },
      Uint8Array.of(1, 255, 127, 129, 2, 0, 1, 1),
    )
    expect([...eight.values]).toEqual([1, -1, 63.5 * 257, -63.5 * 257])
    const four = unpacked({ rows: 1, dims: 2, bits: 4, step: 1 }, Uint8Array.of(0x9f, 0, 3, 0))
    expect([...four.values]).toEqual([21, 3])
    expect(() => unpacked({ rows: 2, dims: 2, bits: 8, step: 1 }, Uint8Array.of(1))).toThrow(/take 8 bytes/)
  })
})

describe('fusing two lists', () => {
  const words = [{ id: 'a', score: 9 }, { id: 'b', score: 8 }, { id: 'c', score: 1 }] // prettier-ignore
  const vectors = [{ id: 'c', score: 0.9 }, { id: 'd', score: 0.5 }, { id: 'a', score: 0.4 }] // prettier-ignore

  test('by rank looks at places alone', () => {
    expect(fuseByRank([words, vectors]).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd'])
    expect(fuseByRank([words])[0]!.score).toBeCloseTo(1 / 61)
  })

  test('by score minds how far apart they are, and the weights', () => {
    const fused = (weight: number) =>
      fuseByScore([{ found: words, weight }, { found: vectors, weight: 1 - weight }]).map(({ id }) => id) // prettier-ignore
    expect(fused(0.7)).toEqual(['a', 'b', 'c', 'd'])
    expect(fused(0.1)[0]).toBe('c')
  })
})
