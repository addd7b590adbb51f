import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import { scenarioOf } from '../../mutants/harness/kept.ts'
import { golden } from '../../mutants/harness/golden.ts'

describe('the same plan gives the same run', () => {
  it.each(Object.entries(golden))('%s has the hash %s', (id, hash) => {
    const scenario = scenarioOf(engine, id)
    expect(engine.run(scenario).hash()).toBe(hash)
    expect(engine.run(scenario, { record: 'states' }).hash()).toBe(hash)
  })

  it('each has a hash of its own', () => {
    expect(new Set(Object.values(golden)).size).toBe(14)
  })
})
