import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNamed, durable, freshReads, pointOfNoReturn, ring, run, weather } from '#engine'
import { keptPlan } from '#build/plans.ts'
import { askedMoments, countBroken, future } from '#engine/search/futures.ts'
import { mostSteps } from '#figures/no-return/work.ts'
import { scenarioOf, type Scenario, type System } from '#engine'

const small = weather(ring({ nodes: ['A', 'B', 'C'], hints: false, readRepair: 'NONE' }), {
  operations: 6,
  faults: 3,
  calmAt: 2000,
  restMs: 1000,
})

const before = ({ plan, system }: Scenario<System>, atMs: number, options = {}) =>
  run({ plan, system }, { record: 'trace', ...options }).trace.filter(({ at }) => at <= atMs)

test('a future shares every event up to its moment with the run it came from', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: -1, max: 4000 }),
      fc.nat(1000),
      (seed, atMs, luck) => {
        const scenario = small(seed)
        const other = { system: scenario.system, plan: future(scenario.plan, atMs, luck) }
        expect(before(other, atMs, { rewind: { atMs, seed: luck } })).toEqual(before(scenario, atMs))
      },
    ),
    { numRuns: 60, seed: 7 },
  )
})

test('futures from the start are as different as they can be, and one seed always gives one future', () => {
  const scenario = small(3)
  const hashes = Array.from({ length: 20 }, (_, seed) => {
    const plan = future(scenario.plan, -1, seed)
    const options = { rewind: { atMs: -1, seed } }
    expect(run({ ...scenario, plan }, options).hash()).toBe(run({ ...scenario, plan }, options).hash())
    return run({ ...scenario, plan }, options).hash()
  })
  expect(new Set(hashes).size).toBe(20)
})

test('the curve counts what the check says of each future, one by one', () => {
  const scenario = scenarioOf(keptPlan('lesson-3.row-3').plan)
  const check = checkNamed('converged')
  const { curve, futures } = pointOfNoReturn(scenario, check, { moments: 5, futures: 12 })
  expect(futures).toBe(12)
  for (const { atMs, broken } of curve) {
    const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
    const failing = seeds.filter((seed) => {
      const plan = future(scenario.plan, atMs, seed)
      return check(run({ ...scenario, plan }, { rewind: { atMs, seed } })).result === 'broken'
    })
    expect(broken).toBe(failing.length)
  }
})

test('after the last moment nothing can change any more: every future of a failing run fails', () => {
  for (const [id, name] of [
    ['lesson-3.row-3', 'converged'],
    ['lesson-3.party', 'durable'],
  ] as const) {
    const { curve, futures } = pointOfNoReturn(scenarioOf(keptPlan(id).plan), checkNamed(name), {
      moments: 6,
      futures: 20,
    })
    expect(curve.at(-1)?.broken, id).toBe(futures)
    expect(curve[0]?.broken, id).toBeLessThan(futures)
  }
})

test('the jump names the event: the cut for row 3, and the compaction that purged a tombstone for the zombie', () => {
  const cut = scenarioOf(keptPlan('lesson-3.row-3').plan)
  const { jump } = pointOfNoReturn(cut, checkNamed('converged'), { futures: 60 })
  expect(run(cut, { record: 'trace' }).trace[jump!.event]).toMatchObject({
    type: 'fault',
    fault: 'B falls silent',
  })

  const party = scenarioOf(keptPlan('lesson-3.party').plan)
  const turned = pointOfNoReturn(party, checkNamed('durable'), { futures: 60 })
  const purge = run(party, { record: 'trace' }).trace[turned.jump!.event]!
  // Ten days of gc grace after the delete on day 1, at 9:00.
  expect(purge.at).toBeGreaterThan(10 * 86_400_000)
  expect(turned.jump!.before.broken).toBeLessThan(turned.futures)
  expect(turned.jump!.after.broken).toBe(turned.futures)
})

test('a run that no future breaks has no jump', () => {
  const calm = weather(ring({ nodes: ['A', 'B', 'C'] }), {
    operations: 4,
    faults: 0,
    read: 'QUORUM',
    write: 'QUORUM',
  })
  const { curve, jump } = pointOfNoReturn(calm(1), freshReads, { moments: 4, futures: 10 })
  expect(curve.every(({ broken }) => broken === 0)).toBe(true)
  expect(jump).toBeUndefined()
})

test('every lesson’s point of no return is found with 200 futures from each moment', () => {
  // What a page allows itself (figures/no-return/work.ts): counted in steps, since a test measures no time.
  for (const id of ['anti-entropy.party', 'cassandra-repair.dead-neighbour', 'replica-set.w1-lost']) {
    const asked = askedMoments(scenarioOf(keptPlan(id).plan), { steps: mostSteps }).next()
    expect([id, asked.done !== true && asked.value.futures]).toEqual([id, 200])
  }
})

test.each([
  ['anti-entropy.party', [-1, 36_000_000, 464_401_000, 982_801_000, 982_801_001, 993_600_007]],
  ['replica-set.w1-lost', [-1, 3_000, 3_200, 12_000, 30_500, 33_000, 45_000]],
] as const)('the futures of %s are counted as if each was played to its end', (id, moments) => {
  const scenario = scenarioOf(keptPlan(id).plan)
  for (const atMs of moments) {
    const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
    const failing = seeds.filter((seed) => {
      const plan = future(scenario.plan, atMs, seed)
      return durable(run({ ...scenario, plan }, { rewind: { atMs, seed } })).result === 'broken'
    })
    expect([atMs, countBroken(scenario, durable, atMs, [1, 12])]).toEqual([atMs, failing.length])
  }
})

test('a run that was counted before with other limits is none that is counted by', () => {
  const scenario = scenarioOf(keptPlan('replica-set.w1-lost').plan)
  const { until } = scenario.plan
  expect(countBroken(scenario, durable, until, [1, 3])).toBe(3)
  // So short a run has acknowledged nothing yet.
  expect(countBroken(scenario, durable, until, [1, 3], { budget: 5 })).toBe(0)
  expect(countBroken(scenario, durable, until, [1, 3])).toBe(3)
})
