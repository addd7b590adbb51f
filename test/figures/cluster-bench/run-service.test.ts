import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  plan,
  replicaSet,
  ring,
  run,
  scenarioOf,
  sharded,
  weather,
  type Edit,
  type Event,
  type Plan,
  type Run,
} from '#engine'
import { keptPlans } from '#build/plans.ts'
import { tooLong } from '#figures/cluster-bench/too-long.ts'
import { benchLimits, openRunService } from '#figures/cluster-bench/run-service.ts'
import type { Answer } from '#outline/replay.ts'
import { edited, without } from '#figures/cluster-bench/edit.ts'

const letters = ['A', 'B', 'C', 'D']
const storms = weather(ring({ nodes: letters, write: 'QUORUM', read: 'QUORUM' }), { faults: 5, deletes: 0.1 })

const rowThree = plan(ring({ hints: false }), { seed: 7 })
  .at(0)
  .cut('B', ['A', 'C'])
  .at(500)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .mend()
  .at(5000)
  .read('table 3', { via: 'B', level: 'ONE' }).plan

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

const node = fc.constantFrom(...letters)
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  node.map((of): Edit => ({ do: 'crash', node: of, disk: 'lose-unsynced' })),
  node.map((of): Edit => ({ do: 'pause', node: of })),
  fc.tuple(node, node).map(([from, to]): Edit => ({ do: 'cut', from: [from], to: [to], oneWay: true })),
  node.map((of): Edit => ({ do: 'clock', of, clock: { offsetMs: 400 } })),
  fc
    .tuple(node, node, fc.integer({ min: 1, max: 5 }))
    .map(([from, to, nth]): Edit => ({ do: 'hold', message: `${from}>${to} mutate#${nth}`, byMs: 70 })),
  node.map((via): Edit => ({
    client: 'c1',
    coordinator: via,
    do: 'write',
    args: { key: 'x', value: 'mine', level: 'ONE' },
  })),
)

/** The trace without the faults that met no message: they're told after everything else, when the run is over. */
function happened({ trace, plan: { faults } }: Run): readonly Event[] {
  const aimed = new Set(faults.flatMap((fault) => ('message' in fault ? [fault.id] : [])))
  return trace.filter((event) => event.type !== 'fault' || event.applied || !aimed.has(event.fault))
}

test('an edit at a step leaves the trace up to its moment as it was, to the last event', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.double({ min: 0, max: 1, noNaN: true }),
      anyEdit,
      fc.nat(300),
      (seed, share, edit, waitMs) => {
        const before = run(storms(seed), { record: 'trace' })
        const index = Math.floor(share * (before.trace.length - 1))
        const next = edited(before, index, edit, waitMs)
        const after = run(scenarioOf(next.plan), { record: 'trace' })
        const at = before.trace[index]!.at + 1 + waitMs
        const earlier = happened(before).filter((event) => event.at < at)
        expect(earlier.length).toBeGreaterThan(0)
        expect(happened(after).slice(0, earlier.length)).toEqual(earlier)
        const rest = without(next.plan, next.id)
        expect(new Set([...rest.ops, ...rest.faults])).toEqual(
          new Set([...before.plan.ops, ...before.plan.faults]),
        )
        const times = next.plan.ops.map((op) => op.at)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
      },
    ),
    { seed: 6, numRuns: 60 },
  )
})

describe('the service', () => {
  const service = openRunService()

  test('plays a plan: its hash, its steps and what the checks say', () => {
    const { outline, verdicts, traits } = value(service.play(rowThree))
    expect(outline.hash).toBe(run(scenarioOf(rowThree)).hash())
    expect(verdicts.map(({ check, result }) => `${check}: ${result}`)).toEqual([
      'fresh reads: broken',
      'linearizable: broken',
      'monotonic reads: vacuous',
      'durable: holds',
      'converged: broken',
    ])
    expect(traits.levels).toContain('QUORUM')
    expect(JSON.parse(JSON.stringify(outline))).toEqual(outline)
  })

  test('plays every kept plan that has no more nodes than the bench draws', () => {
    for (const { id, plan: kept } of keptPlans().values()) {
      if (kept.nodes.length > benchLimits.nodes || tooLong.includes(kept.system)) continue
      const { outline, verdicts } = value(service.play(kept))
      expect([id, outline.ended === 'error', verdicts.length]).toEqual([id, false, 5])
    }
  }, 180_000)

  test('an edit shows the moment at which it strikes', () => {
    const { outline } = value(service.play(rowThree))
    const { at, index } = outline.steps[3]!
    const after = value(service.edit(rowThree, index, { do: 'crash', node: 'C', disk: 'keep' }, 20))
    expect(after.editedAtMs).toBe(at + 21)
    const step = after.played.outline.steps.find((other) => other.index === after.shows)
    expect(step).toMatchObject({ at: at + 21, node: 'C' })
    expect(after.played.plan.faults).toHaveLength(3)
  })

  test('an empty cluster can be edited at its start', () => {
    const empty = plan(ring({ nodes: ['A', 'B'] }), { clients: ['client'] }).plan
    expect(value(service.play(empty)).outline.steps).toEqual([])
    const write: Edit = { client: 'client', do: 'write', args: { key: 'k', value: 'v' } }
    const { played, shows } = value(service.edit(empty, -1, write, 0))
    expect(played.outline.steps.map(({ index }) => index)).toContain(shows)
    expect(played.plan.ops).toMatchObject([{ at: 1, do: 'write' }])
  })

  test('what cannot be run is said in a sentence', () => {
    const say = (odd: unknown) => {
      const answer = service.play(odd)
      return answer.ok ? 'ran' : answer.message
    }
    expect(say({ ...rowThree, system: 'abacus' })).toMatch(/plan\.system: expected one of .*ring/)
    expect(say({ ...rowThree, ops: [{ ...rowThree.ops[0], do: 'sing' }] })).toMatch(/ops\[0\]\.do/)
    const many = Array.from({ length: 13 }, (_, number) => ({ id: `n${number}` }))
    const crowd: Plan = { ...rowThree, nodes: [...rowThree.nodes, ...many] }
    expect(say(crowd)).toMatch(/16 nodes; the playground draws up to 12/)
    expect(say('row 3')).toMatch(/expected an object/)
    expect(service.play(rowThree).ok).toBe(true)
  })

  test('a link with gossip without end is stopped before it fills the page', () => {
    const endless = plan(ring({ membership: 'gossip', gossipMs: 1 }), { until: 30_000_000 }).plan
    expect(value(service.play(endless)).outline.ended).toBe('budget')
  })
})

test('a plan whose options or entries nobody foresaw is answered, whatever it is', () => {
  const service = openRunService()
  const set = plan(replicaSet()).at(0).write('x', 1).plan
  const options = set.options as object
  for (const odd of [
    { ...set, options: { nodes: 5 } },
    { ...set, options: { ...options, primary: 'constructor' } },
    { ...set, options: { members: { constructor: 1 } } },
    { ...set, options: 3 },
    { ...plan(ring()).plan, options: { nodes: 5 } },
    { ...plan(ring()).plan, options: { replicas: { __proto__: 3 } } },
    { ...plan(sharded()).plan, options: { shards: null } },
  ])
    expect(() => service.play(odd)).not.toThrow()
  expect(service.play({ ...set, options: { ...options, primary: 'constructor' } })).toMatchObject({
    ok: false,
  })
})
