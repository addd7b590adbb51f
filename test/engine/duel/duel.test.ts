import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duel, durable, freshReads, plan, PlanError, plugs, replicaSet, ring, weather } from '#engine'
import { quick } from '../../storms/replica-set.ts'

describe('duel(plan)', () => {
  it('runs the same operations and faults on both, each as its own system', () => {
    const planned = plan(ring(), { seed: 3 }).at(100).write('k', 'v', { level: 'QUORUM' }).at(900).crash('C')
    const { ring: one, replicaSet: other, table } = duel(planned)
    expect(one.scenario.plan).toEqual({
      ...other.scenario.plan,
      system: 'ring',
      options: one.scenario.plan.options,
    })
    expect(other.scenario.plan.system).toBe('replica-set')
    expect([one, other].map(({ run }) => run.history.map(({ output }) => output))).toEqual([
      [{ ok: true }],
      [{ ok: true }],
    ])
    expect(table.find(({ figure }) => figure === 'answered')).toEqual({
      figure: 'answered',
      ring: 1,
      replicaSet: 1,
    })
  })

  it('takes what a plan says of its own system, and settings for either', () => {
    const planned = plan(replicaSet({ electionTimeoutMs: 3_000 }))
    const made = duel(planned, { ring: { hints: false }, record: 'trace' })
    expect(made.replicaSet.scenario.system.options).toMatchObject({
      electionTimeoutMs: 3_000,
      clientRetries: 1,
    })
    expect(made.ring.scenario.system.options).toMatchObject({
      hints: false,
      membership: 'gossip',
      clientRetries: 1,
    })
    expect(made.ring.run.trace.length).toBeGreaterThan(0)
  })

  it('refuses what means something to one of them only, and says where', () => {
    const planned = plan(ring()).repair('A').drop('A>B mutate#1')
    expect(() => duel(planned)).toThrow(PlanError)
    expect(() => duel(planned)).toThrow(/plan.ops, "repair 1".*read, write, delete[^]*plan.faults, "drop 1"/)
  })

  it('asks each as it is shipped where no level is named, and leaves messages and bytes out', () => {
    const { ring: one, replicaSet: other, table } = duel(plan(ring()).at(100).write('k', 'v'))
    expect(one.run.history[0]!.return! - one.run.history[0]!.call).toBeLessThan(other.run.history[0]!.return! - other.run.history[0]!.call) // prettier-ignore
    expect(other.run.marks.get('commit point advanced')).toBeGreaterThan(0)
    expect(table.map(({ figure }) => figure).filter((figure) => /message|byte/.test(figure))).toEqual([])
    expect(table.map(({ figure }) => figure)).toContain('unknown')
  })

  it('lets a ring client avoid a coordinator that did not answer, as the set’s looks for a new primary', () => {
    let planned = plan(ring(), { clients: [{ id: 'client', near: 'B' }], until: 60_000 })
      .at(1000)
      .crash('B')
    for (let at = 2_500; at < 22_500; at += 2_500) planned = planned.at(at).write('k', at)
    const { history } = duel(planned).ring.run
    const slow = history.filter(({ call, return: end }) => (end ?? Infinity) - call > 1_000)
    expect(slow).toHaveLength(1)
  })

  it('pulls the same plug at each node, near each node: who suffers depends on which it is', () => {
    const { apart, average } = plugs(['A', 'B', 'C'], (unplugged, near) => {
      let planned = plan(ring(), { clients: [{ id: 'client', near }], until: 40_000 })
        .at(3_000)
        .crash(unplugged)
      for (let at = 1_000; at < 30_000; at += 1_000) planned = planned.at(at).write('k', at)
      return planned
    })
    expect(apart).toHaveLength(9)
    for (const { unplugged, near, ring: one, replicaSet: other } of apart) {
      expect(one.unavailableMs > 0, `ring, ${unplugged} near ${near}`).toBe(unplugged === near)
      expect(other.unavailableMs > 0, `set, ${unplugged} near ${near}`).toBe(unplugged === 'A')
    }
    const mean = average.find(({ figure }) => figure.startsWith('some client'))!
    const sum = apart.reduce((total, { replicaSet: other }) => total + other.unavailableMs, 0)
    expect(mean.replicaSet).toBeCloseTo(sum / 9, 1)
  })

  const forecast = weather(ring({ nodes: ['A', 'B', 'C'] }), {
    operations: 40,
    reads: 0.4,
    keys: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    kinds: ['crash', 'cut', 'cut'],
    faults: 8,
    read: 'ONE',
    write: 'ONE',
    calmAt: 5_000,
    restMs: 4_000,
  })

  it('gives figures that agree with the checks and with each other, in any weather', () => {
    let lost = 0
    let stale = 0
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { plan: planned } = forecast(seed)
        const made = duel(planned, { replicaSet: quick })
        expect(duel(planned, { replicaSet: quick }).table).toEqual(made.table)
        for (const { run, figures } of [made.ring, made.replicaSet]) {
          expect(figures.lostWrites > 0).toBe(durable(run).result === 'broken')
          expect(figures.staleReads > 0).toBe(freshReads(run).result === 'broken')
          expect(figures.answered + figures.refused + figures.unanswered).toBe(planned.ops.length)
          const { unavailableForReadsMs: reads, unavailableForWritesMs: writes, unavailableMs } = figures
          expect(unavailableMs).toBeGreaterThanOrEqual(Math.max(reads, writes, figures.unavailableToAllMs))
          expect(unavailableMs).toBeLessThanOrEqual(reads + writes)
          expect(figures.p50Ms).toBeLessThanOrEqual(figures.p99Ms!)
          lost += figures.lostWrites
          stale += figures.staleReads
        }
      }),
      { seed: 31, numRuns: 40 },
    )
    // The property has seen both.
    expect(lost).toBeGreaterThan(0)
    expect(stale).toBeGreaterThan(0)
  })
})
