import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import { duel, type Figures, type Plan } from '#engine'
import { keptPlans, scenarioOf } from '../../mutants/harness/kept.ts'

/** What each duel comes to: exact, since a run is a function of its plan. */
const findings: {
  readonly [name: string]: { readonly ring: Partial<Figures>; readonly set: Partial<Figures> }
} = {
  'cable-one': {
    ring: { unavailableMs: 0, lostWrites: 0, staleReads: 15 },
    set: { unavailableForWritesMs: 33_780, unavailableForReadsMs: 0, lostWrites: 5, staleReads: 5 },
  },
  'cable-quorum': {
    ring: { unavailableMs: 34_000, unavailableToAllMs: 0, lostWrites: 0, staleReads: 0 },
    set: { unavailableMs: 35_000, unavailableToAllMs: 10_482, lostWrites: 0, staleReads: 0 },
  },
  'power-one': {
    ring: { unavailableMs: 0, lostWrites: 0, staleReads: 0, p99Ms: 20 },
    set: { unavailableForWritesMs: 8_560, unavailableForReadsMs: 0, lostWrites: 0, p99Ms: 8_780 },
  },
  'power-quorum': {
    ring: { unavailableMs: 0, lostWrites: 0, staleReads: 0 },
    set: { unavailableToAllMs: 11_482, lostWrites: 0, staleReads: 0 },
  },
}

describe('the same plug pulled in both databases', () => {
  it.each(Object.entries(findings))(
    '%s comes to these figures, and both sides are kept plans',
    (name, expected) => {
      const made = duel(keptPlans.get(`duel.${name}-ring`)?.plan as Plan)
      expect(made.ring.figures).toMatchObject(expected.ring)
      expect(made.replicaSet.figures).toMatchObject(expected.set)
      for (const [side, { run }] of [
        ['ring', made.ring],
        ['set', made.replicaSet],
      ] as const) {
        expect(engine.run(scenarioOf(engine, `duel.${name}-${side}`)).hash()).toBe(run.hash())
      }
    },
  )

  it.each([...keptPlans.keys()].filter((id) => id.startsWith('duel.')))('%s shows what it says', (id) => {
    const verdict = engine.shows(keptPlans.get(id)!.check)(
      engine.run(scenarioOf(engine, id), { record: 'trace' }),
    )
    expect(verdict, verdict.why).toMatchObject({ result: 'holds' })
  })
})
