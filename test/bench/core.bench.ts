import { run } from '#engine/core/run.ts'
import { plan } from '#engine/core/plan/build.ts'
import { replicaSet } from '#engine/replica-set/replica-set.ts'
import { ring } from '#engine/ring/ring.ts'
import type { Plan, Program, RecordLevel, Scenario, System } from '#engine/core/types.ts'
import { bareHeap, simjs } from './peers.ts'

const nodes = 100

function systemOf(program: Program): System {
  return { name: 'bench', options: null, nodes: [], program, client: { timeoutMs: 1000, retries: 0, stamps: false }, operations: [], levels: [] } // prettier-ignore
}

function scenario(program: Program, count: number, until: number): Scenario<System> {
  const plan: Plan = {
    v: 1,
    system: 'bench',
    seed: 1,
    until,
    nodes: Array.from({ length: count }, (_, index) => ({ id: `N${index}` })),
    clients: [],
    net: { order: 'link', loss: 0.01, duplicate: 0, latency: [1, 20] },
    options: null,
    ops: [],
    faults: [],
  }
  return { system: systemOf(program), plan }
}

/** Every node tells a random one what it knows each 100 ms; versions rise, newer ones replace older. */
const gossip: Program = (node) => ({
  *start() {
    node.memory = { version: 0, value: node.id }
    for (;;) {
      yield* node.sleep(100)
      if (node.random() < 0.01) node.memory = { version: node.memory.version + 1, value: node.id }
      node.send(node.pick(node.others), 'merge', node.memory)
    }
  },
  merge(theirs: { version: number; value: string }) {
    if (theirs.version > node.memory.version) node.memory = theirs
  },
})

/** Two nodes, one call after the other. */
const pingPong: Program = (node) => ({
  *start() {
    if (node.id !== 'N0') return
    for (let count = 0; ; count++) yield* node.call('N1', 'ping', { count }, 1000)
  },
  ping: ({ count }: { count: number }) => ({ count }),
})

/** A minute of three nodes, ten writes and ten reads a second; a ring gossips, a set sends heartbeats. */
function busy(system: System): Scenario<System> {
  let planned = plan(system, { until: 60_000 })
  for (let at = 0; at < 60_000; at += 100) {
    planned = planned.at(at).write(`key ${at % 700}`, at, { level: 'QUORUM' })
    planned = planned.at(at + 50).read(`key ${at % 900}`, { level: 'ONE' })
  }
  return planned
}

/** Nanoseconds an event, the best of some tries: on a busy machine only the best says what the code costs. */
export function nanoseconds(events: () => number): number {
  let best = Infinity
  for (let attempt = 0; attempt < 9; attempt++) {
    const start = performance.now()
    const count = events()
    best = Math.min(best, ((performance.now() - start) * 1e6) / count)
  }
  return best
}

/** Events a second as a share of a bare typed-array heap in the same process. */
export default async function bench(report: (line: string) => void): Promise<void> {
  const floor = nanoseconds(() => (bareHeap(1_000_000, 1000), 1_000_000))
  report(`bare typed-array heap          ${floor.toFixed(0)} ns an event`)
  const load = await simjs()
  const peer = nanoseconds(() => load(100_000, 100))
  report(
    `simjs                          ${peer.toFixed(0)} ns an event, ${(floor / peer).toFixed(2)} of the heap`,
  )
  const loads: readonly [string, Scenario<System>][] = [
    ['gossip of 100 nodes', scenario(gossip, nodes, 100_000)],
    ['ping-pong', scenario(pingPong, 2, 1_000_000)],
  ]
  const bounds: Readonly<Record<RecordLevel, string>> = { none: '0.30', trace: '0.17', states: '-' }
  for (const [name, scene] of loads) {
    for (const record of ['none', 'trace', 'states'] as const) {
      const cost = nanoseconds(() => run(scene, { record }).counters.events)
      const share = (floor / cost).toFixed(2)
      report(`${name}, ${record}`.padEnd(31) + `${cost.toFixed(0)} ns an event, ${share} of the heap (bound ${bounds[record]})`) // prettier-ignore
    }
  }
  const systems: readonly [string, Scenario<System>][] = [
    ['a ring of three', busy(ring({ membership: 'gossip' }))],
    ['a replica set of three', busy(replicaSet())],
  ]
  for (const [name, scene] of systems) {
    const cost = nanoseconds(() => run(scene).counters.events)
    report(`${name}`.padEnd(31) + `${cost.toFixed(0)} ns an event, ${Math.round(1e9 / cost)} events a second`)
  }
}
