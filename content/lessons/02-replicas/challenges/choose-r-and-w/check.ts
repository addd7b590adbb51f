import { checkOf, freshReads, ring, weather, type Challenge } from 'engine'
import type * as solution from './solution'

const nodes = ['A', 'B', 'C']
const cluster = ring({ nodes, hints: false, readRepair: 'NONE' })

/** One node crashes and comes back; clients ask the two others. */
function service({ write, read }: typeof solution.levels, seed: number) {
  const down = nodes[seed % 3]!
  const others = nodes.filter((node) => node !== down)
  const { system, plan } = weather(cluster, {
    operations: 12,
    keys: ['table 3'],
    reads: 0.5,
    write,
    read,
    kinds: ['crash'],
    faults: 0,
    calmAt: 6000,
    restMs: 4000,
  })(seed)
  const ops = plan.ops.map((op, index) =>
    op.coordinator === down ? { ...op, coordinator: others[index % 2]! } : op,
  )
  const crash = {
    id: `${down} crashes`,
    at: 500 + ((seed * 613) % 3000),
    do: 'crash',
    node: down,
    disk: 'keep',
  } as const
  const back = {
    id: `${down} is back`,
    at: crash.at + 1500 + ((seed * 271) % 1500),
    do: 'restart',
    node: down,
  } as const
  // A read at the end may ask the node that was away.
  const last = {
    id: 'last read',
    at: 9000,
    client: 'c1',
    coordinator: down,
    do: 'read',
    args: { key: 'table 3', level: read },
  }
  return { system, plan: { ...plan, until: 30_000, ops: [...ops, last], faults: [crash, back] } }
}

/** How long a client of this ring waits at most, with all its attempts. */
const patienceMs = 15_000

const answered = checkOf('always answered', 'none', ({ history, plan }) => {
  const waited = history.filter(({ call }) => call + patienceMs < plan.until)
  const failed = waited.find(({ return: end, output }) => end === null || refusal(output) !== undefined)
  if (waited.length === 0) return { result: 'vacuous', why: 'Nobody asked for anything.', at: [] }
  if (failed === undefined) return { result: 'holds', why: 'Every request was answered.', at: [] }
  const how = failed.return === null ? 'got no answer' : `was refused (${refusal(failed.output)})`
  return {
    result: 'broken',
    why: `The ${failed.do} at ${failed.call / 1000} s ${how} while a node was down.`,
    at: [],
  }
})

function refusal(output: unknown): string | undefined {
  return (output as { error?: string } | undefined)?.error
}

export const asked: Challenge<typeof solution> = {
  needs: { levels: 'object' },
  scenario: ({ levels }, seed) => service(levels, seed),
  checks: [freshReads, answered],
  seeds: 200,
  fair: false,
}
