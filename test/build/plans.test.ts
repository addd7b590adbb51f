import { describe, expect, it } from 'vitest'
import { run, scenarioOf } from '#engine'
import { keptPlan, keptPlans } from '#build/plans.ts'

describe('the kept plans, as the build reads them', () => {
  it('are all there by their names, and each says what it shows', () => {
    expect(keptPlans().size).toBeGreaterThan(50)
    for (const [id, { shows }] of keptPlans()) expect(shows, id).toMatch(/\w{3}/)
  })

  it('come parsed: running one again from what was read gives the same run', () => {
    const { plan } = keptPlan('findings.stale-without-fault')
    const again = scenarioOf(JSON.parse(JSON.stringify(plan)))
    expect(again.plan).toEqual(plan)
    expect(run(again).hash()).toBe(run(scenarioOf(plan)).hash())
  })

  it('are missed with the names that were meant', () => {
    expect(() => keptPlan('findings.zombi')).toThrow(/no plan "findings\.zombi".*findings\.zombie/)
    expect(() => keptPlan('nothing')).toThrow(/there are .*findings/)
  })
})
