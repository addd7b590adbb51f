import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { between, drawKeyOf, mix, unit } from '#engine/core/draws.ts'

/** Chi-square of counts against an even spread. */
function chiSquare(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count) / counts.length
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
}

function spread(draw: (index: number) => number, draws: number, bins: number): number {
  const counts = new Array<number>(bins).fill(0)
  for (let index = 0; index < draws; index++) counts[Math.floor(draw(index) * bins)]!++
  return chiSquare(counts)
}

describe('keyed draws', () => {
  // 99 degrees of freedom: 99.9 % of even spreads stay below 149, and 0.1 % below 61.
  it('spread evenly over neighbouring keys, over one path that grows, and over purposes', () => {
    const neighbours = spread((index) => unit(index, 1), 100_000, 100)
    let path = 1
    const growing = spread((index) => unit((path = mix(path, index & 3)), 1), 100_000, 100)
    const purposes = spread((index) => unit(12345, index), 100_000, 100)
    for (const found of [neighbours, growing, purposes]) {
      expect(found).toBeLessThan(149)
      expect(found).toBeGreaterThan(61)
    }
  })

  it('of neighbouring keys do not go together', () => {
    let sum = 0
    for (let key = 0; key < 100_000; key++) sum += (unit(key, 1) - 0.5) * (unit(key + 1, 1) - 0.5)
    // The correlation of 100,000 independent pairs stays within about 4 / sqrt(100,000).
    expect(Math.abs((sum / 100_000) * 12)).toBeLessThan(0.013)
  })

  it('flip about half of their bits when one bit of a key flips', () => {
    for (let bit = 0; bit < 32; bit++) {
      let flipped = 0
      for (let key = 0; key < 1000; key++) {
        let difference = (mix(key * 7919, 3) ^ mix((key * 7919) ^ (1 << bit), 3)) >>> 0
        for (; difference !== 0; difference &= difference - 1) flipped++
      }
      expect(flipped / 1000).toBeGreaterThan(14)
      expect(flipped / 1000).toBeLessThan(18)
    }
  })

  it('stay within their bounds, and reach them', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (key, low, more) => {
        const drawn = between(key, 1, low, low + more)
        expect(drawn >= low && drawn <= low + more && Number.isInteger(drawn)).toBe(true)
      }),
      { seed: 1 },
    )
    const seen = new Set(Array.from({ length: 200 }, (_, key) => between(key, 1, 1, 6)))
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6])
    expect(drawKeyOf('write 1')).not.toBe(drawKeyOf('write 2'))
  })
})
