import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import type { Plan, RingSettings, Run, Scenario, System, WeatherOptions } from '#engine'
import { converged, durable, freshReads, plan, ring, run, weather } from '#engine'
import { digestText, merge, type Partition } from '#engine/ring/partition.ts'
import { keptPlans, scenarioOf } from '../../mutants/harness/kept.ts'

/** How a law's check judges many seeds: it mustn't break, and it mustn't be vacuous all the time. */
function neverBroken(
  make: (seed: number) => Scenario<System>,
  judge: (run: Run) => string,
  seed: number,
): void {
  let judged = 0
  fc.assert(
    fc.property(fc.nat(), (number) => {
      const verdict = judge(run(make(number)))
      expect(verdict).not.toBe('broken')
      if (verdict === 'holds') judged++
    }),
    { seed, numRuns: 150 },
  )
  expect(judged).toBeGreaterThan(100)
}

/** A kept plan that drops one condition of a law and breaks it. */
function breaksIn(id: string, check: 'converged' | 'durable' | 'fresh reads'): void {
  const kept = keptPlans.get(id)
  expect(kept?.check).toContainEqual({ check, says: 'broken' })
  const shown = engine.shows(kept?.check ?? [])(run(scenarioOf(engine, id), { record: 'trace' }))
  expect(shown, shown.why).toMatchObject({ result: 'holds' })
}

const rough = (settings: RingSettings, options: WeatherOptions) => weather(ring(settings), options)

describe('law: replicas that have healed and were repaired hold the same', () => {
  const stormy = rough(
    { hints: false, readRepair: 'NONE' },
    { operations: 16, deletes: 0.1, write: 'ONE', read: 'ONE', faults: 6 },
  )
  const repaired = (seed: number): Scenario<System> => {
    const { system, plan: before } = stormy(seed)
    const repair = { id: 'repair', at: 9000, client: 'c1', coordinator: 'A', do: 'repair', args: {} }
    return { system, plan: { ...before, until: 20_000, ops: [...before.ops, repair] } }
  }

  it('holds in rough weather, with hints and read repair off', () => {
    neverBroken(repaired, (made) => converged(made).result, 11)
  })

  it('needs the repair, and cells that can be told apart', () => {
    expect(engine.search(stormy, converged, { seeds: 200 })).toBeDefined()
    breaksIn('findings.unrepaired', 'converged')
    breaksIn('findings.order-of-merging', 'converged')
  })
})

describe('law: R + W > RF reads the last acknowledged write or a later one', () => {
  const kinds = ['crash', 'pause', 'cut', 'drop', 'hold', 'duplicate'] as const
  const quorums = {
    operations: 16,
    deletes: 0.1,
    write: 'QUORUM',
    read: 'QUORUM',
    faults: 6,
    lastReads: 'QUORUM',
  }

  it('holds in rough weather while clocks are in step and no disk is lost', () => {
    neverBroken(rough({}, { ...quorums, kinds }), (made) => freshReads(made).result, 12)
    neverBroken(
      rough({ readRepair: 'NONE', hints: false }, { ...quorums, kinds }),
      (made) => freshReads(made).result,
      13,
    )
  })

  it('holds for ALL and ONE as well, whichever side is the strict one', () => {
    const strictWrites = { ...quorums, kinds, write: 'ALL', read: 'ONE', lastReads: 'ONE' }
    const strictReads = { ...quorums, kinds, write: 'ONE', read: 'ALL', lastReads: 'ALL' }
    neverBroken(rough({}, strictWrites), (made) => freshReads(made).result, 14)
    neverBroken(rough({}, strictReads), (made) => freshReads(made).result, 15)
  })

  it('needs R + W > RF, clocks in step, and every disk', () => {
    breaksIn('findings.stale-without-fault', 'fresh reads')
    breaksIn('findings.lost-to-a-node-clock', 'fresh reads')
    breaksIn('findings.lost-to-a-client-clock', 'fresh reads')
    breaksIn('findings.disk-lost', 'fresh reads')
  })
})

describe('law: what is deleted stays deleted when every replica finishes repair within gc grace', () => {
  const gcGraceSeconds = 20

  /** One replica misses the delete at 2 s; a repair begins at `repairAt`; everything is read at 60 s. */
  function deletion(missing: string, coordinator: string, repairAt: number): Scenario<System> {
    const others = ['A', 'B', 'C'].filter((id) => id !== missing)
    const via = others[0] as string
    const made = plan(ring({ gcGraceSeconds, hints: false, readRepair: 'NONE' }))
      .at(0)
      .write('table 3', 'walnut cake', { via, level: 'ALL' })
      .at(1000)
      .cut(missing, others)
      .at(2000)
      .delete('table 3', { via, level: 'QUORUM' })
      .at(3000)
      .mend()
      .at(repairAt)
      .repair(coordinator)
      .at(60_000)
      .read('table 3', { via: missing, level: 'ALL' })
    return { system: made.system, plan: { ...made.plan, until: 70_000 } as Plan }
  }
  const names = fc.constantFrom('A', 'B', 'C')

  it('holds for any replica that missed it and any time of the repair', () => {
    fc.assert(
      fc.property(names, names, fc.integer({ min: 5000, max: 21_000 }), (missing, coordinator, repairAt) => {
        const made = run(deletion(missing, coordinator, repairAt))
        expect(made.marks.get('tombstone purged')).toBe(3)
        expect(made.history.at(-1)?.output).toEqual({ value: null })
        expect(durable(made).result).toBe('holds')
      }),
      { seed: 16, numRuns: 60 },
    )
  })

  it('needs the repair to be in time: later than gc grace it spreads what was deleted', () => {
    fc.assert(
      fc.property(
        names,
        names,
        fc.integer({ min: 24_000, max: 50_000 }),
        (missing, coordinator, repairAt) => {
          const made = run(deletion(missing, coordinator, repairAt))
          expect(durable(made).result).toBe('broken')
        },
      ),
      { seed: 17, numRuns: 60 },
    )
    breaksIn('findings.zombie', 'durable')
  })
})

describe('law: copies may be merged in any order and as often as one likes', () => {
  const same = (one: Partition, other: Partition) => expect(one).toEqual(other)
  const timestamp = fc.integer({ min: 1, max: 4 })
  const live = fc.record({ timestamp, value: fc.constantFrom('a', 'b') })
  const expiring = fc
    .record({ timestamp, value: fc.constantFrom('a', 'b'), written: fc.integer({ min: 1, max: 3 }) })
    .map(({ written, ...cell }) => ({ ...cell, ttl: 10, localDeletionTime: written + 10 }))
  const tombstone = fc.record({
    timestamp,
    value: fc.constant(''),
    localDeletionTime: fc.integer({ min: 1, max: 3 }),
  })
  const cells = fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(live, expiring, tombstone))
  const deletion = fc.record({
    markedForDeleteAt: timestamp,
    localDeletionTime: fc.integer({ min: 1, max: 3 }),
  })
  // What a replica holds is always a merge: cells that its deletion covers are gone already.
  const partition = fc
    .record({ key: fc.constant('k'), cells, deletion: fc.option(deletion, { nil: undefined }) })
    .map(({ deletion: gone, ...rest }) => (gone === undefined ? rest : { ...rest, deletion: gone }))
    .map((made) => merge(made, made))

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(partition, partition, partition, (a, b, c) => {
        same(merge(a, b), merge(b, a))
        same(merge(merge(a, b), c), merge(a, merge(b, c)))
        same(merge(a, a), a)
      }),
      { seed: 18, numRuns: 2000 },
    )
  })

  it('but for two cells that differ in their time to live alone: the first is kept', () => {
    const cell = (ttl: number) => ({ timestamp: 1, value: 'a', ttl, localDeletionTime: 50 })
    const a: Partition = { key: 'k', cells: { x: cell(10) } }
    const b: Partition = { key: 'k', cells: { x: cell(20) } }
    expect(digestText(merge(a, b))).not.toBe(digestText(merge(b, a)))
  })
})
