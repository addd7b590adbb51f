import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { converged, run, scenarioOf } from '#engine'
import { keptPlan } from '#build/plans.ts'
import { eveningPlan, hasAt, missingAt } from '#figures/evening/drift.ts'
import { firstEvening, runEvening } from '#figures/evening/live.ts'
import { momentInWords } from '#figures/evening/words.ts'

const { plan } = keptPlan('home.evening')

describe('the evening on the home page', () => {
  it('is the plan as it is kept when nothing is changed', () => {
    expect(runEvening(plan, 5000, true)).toEqual(firstEvening(plan))
  })

  it('misses copies while the line is dead and none after the repair, as the engine’s own check says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), fc.boolean(), (halves, isRepaired) => {
        const drift = runEvening(plan, halves * 500, isRepaired)
        const whole = run(scenarioOf(eveningPlan(plan, halves * 500, isRepaired)))
        expect(drift.hash).toBe(whole.hash())
        const isEqual = missingAt(drift, drift.untilMs).length === 0
        expect(isEqual).toBe(converged(whole).result === 'holds')
        if (isRepaired) expect(isEqual).toBe(true)
      }),
      { seed: 1, numRuns: 30 },
    )
  })

  it('counts at each step what the board then shows as missing', () => {
    const drift = firstEvening(plan)
    expect(Math.max(...drift.missing.map(({ copies }) => copies))).toBeGreaterThan(4)
    for (const { atMs, copies } of drift.missing) expect(missingAt(drift, atMs)).toHaveLength(copies)
  })

  it('never loses a copy that a kitchen had', () => {
    const drift = firstEvening(plan)
    for (const order of drift.orders)
      for (const node of drift.nodes) expect(hasAt(order, node, drift.untilMs)).toBe(true)
  })

  it('without a dead line and a repair has nothing to repair once the orders have arrived', () => {
    const drift = runEvening(plan, 0, false)
    expect(drift.dead).toBeUndefined()
    expect(drift.repair).toBeUndefined()
    expect(missingAt(drift, drift.untilMs)).toEqual([])
  })

  it('is said in words, the verdict first', () => {
    const drift = firstEvening(plan)
    expect(momentInWords(drift, 9000)).toMatchObject({ isEqual: false })
    expect(momentInWords(drift, 9000).rest).toMatch(/B is missing 3, 5 and 7/)
    expect(momentInWords(drift, drift.untilMs).verdict).toBe('At 13.0 s all copies agree.')
  })
})
