import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halves, midpoint, normalizeRanges, rangeContains, wholeRing } from '#engine/token/range.ts'
import { highestToken, lowestToken, type Token } from '#engine/token/token.ts'

const edges = [
  lowestToken,
  lowestToken + 1n,
  lowestToken + 2n,
  -2n,
  -1n,
  0n,
  1n,
  2n,
  highestToken - 1n,
  highestToken,
]
const tokens = fc.oneof(
  fc.bigInt({ min: lowestToken, max: highestToken }),
  fc.constantFrom(...edges),
  fc.bigInt({ min: -9n, max: 9n }),
)
const ranges = fc.record({ left: tokens, right: tokens })

/** Steps from `left` to `token` going up round the ring, 1 to 2^64: what "in the range" means without a case. */
function stepsFrom(left: Token, token: Token): bigint {
  const steps = BigInt.asUintN(64, token - left)
  return steps === 0n ? 2n ** 64n : steps
}

describe('rangeContains(range, token)', () => {
  it('leaves the left end out and the right end in', () => {
    const range = { left: 10n, right: 20n }
    expect([10n, 11n, 20n, 21n].map((token) => rangeContains(range, token))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('holds every token when both ends are one', () => {
    for (const end of edges) {
      for (const token of edges) expect(rangeContains({ left: end, right: end }, token)).toBe(true)
    }
  })

  it('holds what is no further from the left end than the right end is', () => {
    fc.assert(
      fc.property(ranges, tokens, (range, token) => {
        const inside = stepsFrom(range.left, token) <= stepsFrom(range.left, range.right)
        expect(rangeContains(range, token)).toBe(inside)
      }),
      { seed: 54, numRuns: 1000 },
    )
  })
})

describe('midpoint(range)', () => {
  it('halves the whole ring at -1', () => {
    expect(midpoint(wholeRing)).toBe(-1n)
  })

  it('rounds down, below zero as well', () => {
    expect(midpoint({ left: -4n, right: -1n })).toBe(-3n)
    expect(midpoint({ left: 1n, right: 4n })).toBe(2n)
  })

  it('stays inside, or is an end of a range of at most two tokens', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const middle = midpoint(range)
        if (middle === range.left || middle === range.right) {
          expect(stepsFrom(range.left, range.right)).toBeLessThanOrEqual(2n)
          expect(halves(range)).toBeUndefined()
        } else {
          expect(rangeContains(range, middle)).toBe(true)
        }
      }),
      { seed: 55, numRuns: 2000 },
    )
  })

  it('is at most one token away from the exact middle', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const exact = stepsFrom(range.left, range.right) / 2n
        const steps = BigInt.asUintN(64, midpoint(range) - range.left)
        expect(steps - exact).toBeGreaterThanOrEqual(-1n)
        expect(steps - exact).toBeLessThanOrEqual(1n)
      }),
      { seed: 56, numRuns: 1000 },
    )
  })
})

describe('halves(range)', () => {
  it('share out the range: a token of it is in exactly one', () => {
    fc.assert(
      fc.property(ranges, tokens, (range, token) => {
        const parts = halves(range)
        fc.pre(parts !== undefined)
        const holders = parts.filter((part) => rangeContains(part, token))
        expect(holders).toHaveLength(rangeContains(range, token) ? 1 : 0)
      }),
      { seed: 57, numRuns: 1000 },
    )
  })
})

describe('normalizeRanges(ranges)', () => {
  it('joins what touches, and cuts at the ring’s end', () => {
    expect(
      normalizeRanges([
        { left: 5n, right: 9n },
        { left: 1n, right: 5n },
      ]),
    ).toEqual([{ left: 1n, right: 9n }])
    expect(normalizeRanges([{ left: 7n, right: 2n }])).toEqual([
      { left: lowestToken, right: 2n },
      { left: 7n, right: lowestToken },
    ])
  })

  it('gives one name to the whole ring', () => {
    expect(normalizeRanges([{ left: 3n, right: 3n }])).toEqual([wholeRing])
    expect(
      normalizeRanges([
        { left: 18n, right: 2n },
        { left: 2n, right: 18n },
      ]),
    ).toEqual([wholeRing])
  })

  it('keeps the tokens, and leaves ranges in order that neither wrap, touch nor overlap', () => {
    const many = fc.array(fc.record({ left: fc.oneof(fc.bigInt(-9n, 9n), tokens), right: tokens }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(many, tokens, (given, token) => {
        const normal = normalizeRanges(given)
        const inside = (list: typeof given) => list.some((range) => rangeContains(range, token))
        expect(inside([...normal])).toBe(inside(given))
        for (const [index, range] of normal.entries()) {
          expect(range.right === lowestToken || range.left < range.right).toBe(true)
          const next = normal[index + 1]
          if (next !== undefined) expect(range.right !== lowestToken && range.right < next.left).toBe(true)
        }
        expect(normalizeRanges(normal)).toEqual(normal)
      }),
      { seed: 58, numRuns: 1000 },
    )
  })
})
