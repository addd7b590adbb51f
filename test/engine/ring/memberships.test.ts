import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarioOf as parsed } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Run } from '#engine/core/types.ts'
import { digestText } from '#engine/ring/partition.ts'
import { keptPlans } from '../../mutants/harness/kept.ts'
import { cluster, diskOf, held } from './ring.ts'

const nodes = ['A', 'B', 'C', 'D', 'E']
const levels = ['ONE', 'QUORUM', 'ALL'] as const

/** What counts of a run: what clients were told, and what lies on the disks, hints among it. */
function outcome(made: Run) {
  if (made.error !== undefined) throw made.error
  return {
    answers: made.history.map(({ id, output, return: end }) => [id, output, end === null]),
    stored: [...made.final.keys()].map((node) => [
      node,
      held(made, node).map(digestText).sort(),
      [...diskOf(made, node).hints].map(([place]) => place),
    ]),
  }
}

const asked = fc.record({
  write: fc.boolean(),
  key: fc.constantFrom('x', 'y', 'z'),
  via: fc.constantFrom(...nodes),
  level: fc.constantFrom(...levels),
})

/** A phase begins when the news of the last change has reached everybody, by gossip too: 18 mean gaps and some rounds. */
const settledMs = 45_000

const story = fc.record({
  seed: fc.nat(),
  trouble: fc.constantFrom('crash', 'pause', 'cut'),
  away: fc.subarray(nodes, { minLength: 1, maxLength: 2 }),
  phases: fc.tuple(...[0, 1, 2].map(() => fc.array(asked, { minLength: 1, maxLength: 5 }))),
  hints: fc.boolean(),
})

type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never

function played({ seed, trouble, away, phases, hints }: Story, membership: 'oracle' | 'gossip'): Run {
  let pen = cluster({ nodes, membership, hints, oracleMs: 1_000 }, { seed, until: 4 * settledMs })
  for (const [index, phase] of phases.entries()) {
    const start = index * settledMs
    pen = pen.at(start + 1)
    if (index === 1 && trouble === 'cut') pen = pen.cut(away, nodes.filter((id) => !away.includes(id))) // prettier-ignore
    if (index === 1 && trouble !== 'cut') for (const id of away) pen = pen[trouble](id)
    if (index === 2) pen = pen.mend()
    if (index === 2) for (const id of away) pen = pen.restart(id).resume(id)
    for (const [turn, { write, key, via, level }] of phase.entries()) {
      // A node that is away itself is asked only in the other phases: nobody would answer, whatever is known.
      const at =
        index === 1 && trouble !== 'cut' && away.includes(via) ? nodes.find((id) => !away.includes(id))! : via
      pen = pen.at(start + settledMs - 15_000 + 3_000 * turn)
      pen = write ? pen.write(key, `${index} ${turn}`, { via: at, level }) : pen.read(key, { via: at, level })
    }
  }
  return run(pen)
}

describe('membership by gossip and by an oracle', () => {
  it('gives clients the same answers and disks the same data, once the news is out', () => {
    fc.assert(
      fc.property(story, (told) => {
        const byOracle = played(told, 'oracle')
        const byGossip = played(told, 'gossip')
        expect(outcome(byGossip)).toEqual(outcome(byOracle))
        expect(byGossip.counters.messages).toBeGreaterThan(byOracle.counters.messages + 400)
      }),
      { seed: 20_261_122, numRuns: 40 },
    )
  }, 60_000)

  it('does so in the kept pair of plans, which differ in nothing else', () => {
    const [oracle, gossip] = ['oracle', 'gossip'].map((by) => keptPlans.get(`ring.membership-by-${by}`)!.plan)
    const { options: byOracle, ...rest } = oracle as { readonly options: object }
    const { options: byGossip, ...same } = gossip as { readonly options: object }
    expect(same).toEqual(rest)
    expect(byGossip).toEqual({ ...byOracle, membership: 'gossip' })
    expect(outcome(run(parsed(gossip)))).toEqual(outcome(run(parsed(oracle))))
  })
})
