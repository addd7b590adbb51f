import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Exchange, tieMs, totalMs } from '#figures/link/cost.ts'

const exchanges = fc.record({
  id: fc.constant('x'),
  name: fc.constant('x'),
  roundTrips: fc.integer({ min: 1, max: 40 }),
  bytes: fc.integer({ min: 0, max: 10_000_000 }),
})

describe('tieMs(one, other, megabitsPerSecond)', () => {
  it('is the round trip at which both take equally long, and below it more trips win', () => {
    fc.assert(
      fc.property(exchanges, exchanges, fc.constantFrom(1, 100, 10_000), (one, other, megabitsPerSecond) => {
        const tie = tieMs(one, other, megabitsPerSecond)
        const lead = (roundTripMs: number) =>
          totalMs(one, { roundTripMs, megabitsPerSecond }) -
          totalMs(other, { roundTripMs, megabitsPerSecond })
        if (tie === undefined) {
          expect(Math.sign(lead(0.001)) * Math.sign(lead(1e6))).toBeGreaterThanOrEqual(0)
          return
        }
        expect(Math.abs(lead(tie))).toBeLessThan(1e-6 * Math.max(1, tie * 40))
        const [many, few]: [Exchange, Exchange] =
          one.roundTrips > other.roundTrips ? [one, other] : [other, one]
        const below = { roundTripMs: tie / 2, megabitsPerSecond }
        expect(totalMs(many, below)).toBeLessThan(totalMs(few, below))
      }),
      { seed: 4, numRuns: 300 },
    )
  })
})
