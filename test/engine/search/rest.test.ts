import { describe, expect, it } from 'vitest'
import { replicaSet, ring, weather } from '#engine'
import type { Fault, Op, Plan, ReplicaSetSettings, RingSettings, Run } from '#engine'
import { keptPlan } from '#build/plans.ts'
import { between, drawKeyOf, mix, unit } from '#engine/core/draws.ts'
import { future } from '#engine/search/futures.ts'
import { filesWith, occurrences, type Change } from '../../mutants/harness/engine.ts'
import { quick } from '../../storms/replica-set.ts'

/** What of an engine the law is about. */
type Resting = Pick<typeof import('#engine'), 'durable' | 'run' | 'scenarioOf'> &
  Pick<typeof import('#engine/checks/rest.ts'), 'restOf'> &
  Pick<typeof import('#engine/checks/stored.ts'), 'storedIn'>

async function restingWith(change?: Change): Promise<Resting> {
  const load = await filesWith(change)
  return { ...load('index.ts'), ...load('checks/rest.ts'), ...load('checks/stored.ts') } as Resting
}

/** All that a check may see of a run's end: its writes, and what's stored. */
function seen({ durable, storedIn }: Resting, run: Run): string {
  const stored = storedIn(run)
  const writes = run.history.filter(({ do: what }) => what === 'write' || what === 'delete')
  const values = stored.keys.map((key) => [key, stored.value(key)]).filter(([, value]) => value !== 'null')
  return JSON.stringify([writes, values, durable(run).result])
}

type Plans = (seed: number) => Plan

/** Whether a future of a plan ends early, and whether all that's seen of it then is what's seen of the whole. */
function judged(engine: Resting, planned: Plan): 'whole' | 'early' | 'stray' {
  const { seed, until } = planned
  // Early moments mostly: what decides a run comes early.
  const atMs = Math.floor(until * unit(mix(drawKeyOf('rewound'), seed), 1) ** 3) - 1
  const scenario = { system: engine.scenarioOf(planned).system, plan: future(planned, atMs, seed) }
  const options = { rewind: { atMs, seed } }
  const whole = engine.run(scenario, options)
  const rested = engine.run(scenario, { ...options, untilRest: engine.restOf(scenario) })
  if (rested.counters.events === whole.counters.events) return 'whole'
  return seen(engine, rested) === seen(engine, whole) ? 'early' : 'stray'
}

/** Rings in which tombstones may be purged after seconds, with repairs; every second one keeps hints. */
function rings(settings: RingSettings = {}): Plans {
  return (seed) => {
    const key = mix(drawKeyOf('rings'), seed)
    const gcGraceSeconds = between(key, 1, 1, 20)
    const brief = { writeTimeoutMs: 200, readTimeoutMs: 200, speculativeRetryMs: 20, clientTimeoutMs: 500 }
    const system = ring({ ...brief, gcGraceSeconds, hints: seed % 2 === 0, ...settings })
    const forecast = weather(system, { operations: 8, deletes: 0.4, reads: 0.2, faults: 4, kinds: ['crash', 'cut', 'pause'], calmAt: 30_000, restMs: 10_000, write: 'ONE' }) // prettier-ignore
    const { plan } = forecast(seed)
    const upkeep = ['repair', 'compact', 'flush', 'repair'].map((what, index): Op => {
      const coordinator = plan.nodes[between(key, 20 + index, 0, plan.nodes.length - 1)]!.id
      return { id: `${what} ${index}`, at: between(key, 10 + index, 0, 40_000), client: 'c1', coordinator, do: what, args: {} } // prettier-ignore
    })
    return { ...plan, ops: [...early(plan), ...upkeep], faults: lasting(plan) }
  }
}

/** Sets that elect within a second. */
function sets(settings: ReplicaSetSettings = {}): Plans {
  const forecast = weather(replicaSet({ ...quick, ...settings }), { operations: 8, reads: 0.2, faults: 6, kinds: ['crash', 'cut', 'clock', 'pause'], calmAt: 15_000, restMs: 5_000, write: 'ONE' }) // prettier-ignore
  return (seed) => {
    const { plan } = forecast(seed)
    return { ...plan, ops: early(plan), faults: lasting(plan) }
  }
}

/** Operations come in a first part of the plan, so that faults come after them. */
function early({ ops, seed }: Plan): readonly Op[] {
  const part = 1 + between(mix(drawKeyOf('early'), seed), 1, 0, 4)
  return ops.map((op) => ({ ...op, at: Math.floor(op.at / part) }))
}

/**
 * Half of what breaks stays broken until everything is healed. In two plans of three disks keep what was written, and
 * nobody pauses.
 */
function lasting({ faults, seed }: Plan): readonly Fault[] {
  const key = mix(drawKeyOf('lasting'), seed)
  const isRough = seed % 3 === 0
  const fates = ['keep', 'kill', 'lose-unsynced', 'wipe'] as const
  const fate = (index: number) => (isRough ? fates[between(key, index, 0, 3)]! : 'keep')
  return faults
    .filter(({ id }, index) => !id.endsWith(' over') || unit(key, index) < 0.5)
    .filter(({ do: what }) => isRough || what !== 'pause')
    .map((fault, index) => (fault.do === 'crash' ? { ...fault, disk: fate(index) } : fault))
}

/** A plan of a lesson, with other luck for each seed. */
function lesson(id: string): Plans {
  const { plan } = keptPlan(id)
  return (seed) => ({ ...plan, seed })
}

const families = {
  'the party of lesson 3': lesson('anti-entropy.party'),
  'the lost write of lesson 6': lesson('replica-set.w1-lost'),
  rings: rings(),
  'rings of four': rings({ nodes: ['A', 'B', 'C', 'D'], replicas: 2, writeTimeoutMs: 2_000 }),
  sets: sets(),
  'sets of five': sets({ nodes: ['A', 'B', 'C', 'D', 'E'] }),
  'sets with an arbiter': sets({ nodes: ['A', 'B', 'C', 'D'], members: { D: { arbiter: true } } }),
  'sets with a spare': sets({ nodes: ['A', 'B', 'C', 'D'], members: { D: { votes: 0, priority: 0 } } }),
} as const satisfies { [name: string]: Plans }

const sound = await restingWith()

describe('a run that ends once nothing can change what a check sees', () => {
  it.each([
    ['the party of lesson 3', 40, 30],
    ['the lost write of lesson 6', 25, 20],
    ['rings', 60, 20],
    ['rings of four', 60, 10],
    ['sets', 12, 8],
    ['sets of five', 6, 4],
    ['sets with an arbiter', 8, 4],
    ['sets with a spare', 8, 4],
  ] as const)('gives what the whole would, in %s', (family, seeds, least) => {
    const ends = Array.from({ length: seeds }, (_, seed) => judged(sound, families[family](seed + 1)))
    expect(ends.flatMap((end, index) => (end === 'stray' ? index + 1 : []))).toEqual([])
    // Else nothing was compared.
    expect(ends.filter((end) => end === 'early').length).toBeGreaterThanOrEqual(least)
  })

  it.each([
    [
      'there are tombstones',
      'ring/at-rest.ts',
      'purgeableAt(partition, 0) !== Infinity',
      'false',
      'the party of lesson 3',
      13,
    ],
    ['flushed tables have tombstones', 'ring/at-rest.ts', ', ...disk.sstables]', ']', 'rings', 299],
    [
      'fewer voters have the latest entry',
      'replica-set/at-rest.ts',
      'having >= needed',
      'having >= needed - 1',
      'the lost write of lesson 6',
      2,
    ],
    [
      'a client still waits for a write',
      'core/simulation.ts',
      'this.asking === 0 && ',
      '',
      'the lost write of lesson 6',
      11,
    ],
    ['writes come later', 'checks/rest.ts', '!resting.harmless.includes(what)', 'false', 'sets', 1],
  ] as const)('would differ if it ended while %s', async (_, file, find, replace, family, seed) => {
    const change = { file, find, replace }
    expect(occurrences(change)).toBe(1)
    expect(judged(sound, families[family](seed))).not.toBe('stray')
    expect(judged(await restingWith(change), families[family](seed))).toBe('stray')
  })
})
