import { describe, expect, it } from 'vitest'
import { fastEngine } from './harness/engine.ts'
import { checkOf, keptPlans, scenarioOf } from './harness/kept.ts'

const sound = await fastEngine()

// A file of its own, so that it runs beside the mutants.
describe('every kept plan', () => {
  it.each([...keptPlans.keys()])(
    '%s shows what it says',
    (id) => {
      const verdict = checkOf(sound, id)(sound.run(scenarioOf(sound, id), { record: 'trace' }))
      expect(verdict, verdict.why).toMatchObject({ result: 'holds' })
      // A million partitions in trees of depth 20 take their time on a busy machine.
    },
    60_000,
  )
})
