import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import { durable, linearizable, noMajorityRollback, oneLeaderPerTerm, run } from '#engine'
import type { Check, ReplicaSetSettings, WeatherOptions } from '#engine'
import { engineWith, type Engine } from '../../mutants/harness/engine.ts'
import { mutants } from '../../mutants/harness/mutant.ts'
import { keptPlans, scenarioOf } from '../../mutants/harness/kept.ts'
import { storms } from '../../storms/replica-set.ts'

/** The check never breaks in these storms, and it has mostly had something to judge. */
function neverBroken(
  check: Check,
  numRuns: number,
  seed: number,
  settings: ReplicaSetSettings,
  options: WeatherOptions = {},
): void {
  const forecast = storms(engine, settings, options)
  let judged = 0
  fc.assert(
    fc.property(fc.nat(), (number) => {
      const { result, why } = check(run(forecast(number), { record: check.needs }))
      expect(['holds', 'vacuous'], why).toContain(result)
      if (result === 'holds') judged++
    }),
    { seed, numRuns },
  )
  expect(judged).toBeGreaterThan(0.6 * numRuns)
}

/** A kept plan that drops one condition of a law and breaks it; or keeps it and holds. */
function decides(id: string, check: string, says: 'broken' | 'holds'): void {
  const kept = keptPlans.get(id)
  expect(kept?.check).toContainEqual({ check, says })
  const shown = engine.shows(kept?.check ?? [])(run(scenarioOf(engine, id), { record: 'trace' }))
  expect(shown, shown.why).toMatchObject({ result: 'holds' })
}

const five = { nodes: ['A', 'B', 'C', 'D', 'E'] } as const

describe('law: at most one primary is elected in a term', () => {
  it('holds in storms with power cuts, for three members and for five', () => {
    neverBroken(oneLeaderPerTerm, 100, 51, { primary: 'none' })
    neverBroken(oneLeaderPerTerm, 50, 52, { ...five, primary: 'none' })
  })

  it('needs the disks on which votes are kept', () => {
    decides('set-laws.two-elected', 'one leader per term', 'broken')
  })
})

describe('law: what a journaled majority acknowledged is not rolled back while a majority of disks is whole', () => {
  const writes = { operations: 24, reads: 0.2, write: 'QUORUM' } as const

  it('holds in storms with power cuts', () => {
    neverBroken(durable, 120, 53, {}, writes)
    neverBroken(durable, 60, 56, { applyMs: 300 }, writes)
    neverBroken(noMajorityRollback, 60, 54, {}, writes)
  })

  it('needs the journal, and the disks', () => {
    decides('set-laws.journal-on', 'durable', 'holds')
    decides('set-laws.journal-off', 'durable', 'broken')
    decides('set-laws.majority-of-disks', 'durable', 'broken')
  })
})

describe('law: linearizable reads of majority writes are linearizable', () => {
  const strict = { operations: 24, write: 'QUORUM', read: 'QUORUM' } as const

  // 200 here; 2,000 in `npm run bench set-search`.
  it('holds in 200 storms, judged by the checker', () => {
    neverBroken(linearizable(), 200, 55, {}, strict)
    neverBroken(linearizable(), 60, 57, { applyMs: 300 }, strict)
  })

  it('needs the proof: read concern majority at the primary is not enough', () => {
    decides('set-laws.majority-read', 'linearizable', 'broken')
  })
})

describe('law: an increment that is asked for again is done once', () => {
  /** Every write of a storm is an increment of one counter: a driver that has lost its answer asks again. */
  function* verdicts(of: Engine, seeds: number) {
    const forecast = storms(of, {}, { operations: 24, write: 'QUORUM', read: 'QUORUM', keys: ['x'] })
    const args = { key: 'x', level: 'QUORUM' }
    for (let seed = 0; seed < seeds; seed++) {
      const { system, plan } = forecast(seed)
      const ops = plan.ops.map((op) => (op.do === 'write' ? { ...op, do: 'increment', args } : op))
      const made = of.run({ system, plan: { ...plan, ops } })
      yield { ...of.linearizable()(made), repeated: made.marks.has('retried write not repeated') }
    }
  }

  it('holds in 40 storms, in some of which it was asked for again', () => {
    const found = [...verdicts(engine, 40)]
    for (const { result, why } of found) expect(['holds', 'vacuous'], why).toContain(result)
    expect(found.filter(({ result, repeated }) => result === 'holds' && repeated).length).toBeGreaterThan(0)
  })

  it('needs the memory of what was done', async () => {
    const forgetful = await engineWith(mutants.get('set-retry')!)
    let worst = 'holds'
    for (const { result } of verdicts(forgetful, 100)) if ((worst = result) === 'broken') break
    expect(worst).toBe('broken')
  })
})
