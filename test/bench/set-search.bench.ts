import * as engine from '#engine'
import { linearizable, replicaSet, run, weather } from '#engine'
import { storms } from '../storms/replica-set.ts'
import { bareHeap } from './peers.ts'

const seeds = 300
const stormCount = 2_000

/** Seeds of a replica set in bad weather, as a search runs them; and its law of linearizable reads, judged in 2,000 storms. */
export default function bench(report: (line: string) => void): Promise<void> {
  const forecast = weather(replicaSet({ write: 'QUORUM', read: 'QUORUM' }), {
    operations: 8,
    faults: 2,
    restMs: 1_000,
  })
  let best = Infinity
  let events = 0
  for (let attempt = 0; attempt < 3; attempt++) {
    events = 0
    const start = performance.now()
    for (let seed = 0; seed < seeds; seed++) events += run(forecast(seed)).counters.events
    best = Math.min(best, performance.now() - start)
  }
  const start = performance.now()
  bareHeap(1_000_000, 1_000)
  const floorNs = performance.now() - start
  const cost = (best * 1e6) / events
  report(`${seeds} seeds of a replica set, ${Math.round(events / seeds)} events each: ${best.toFixed(0)} ms`)
  report(`${cost.toFixed(0)} ns an event, ${(floorNs / cost).toFixed(2)} of the bare heap`)

  const stormy = storms(engine, {}, { operations: 24, write: 'QUORUM', read: 'QUORUM' })
  const check = linearizable()
  const judged = { holds: 0, broken: 0, unknown: 0, vacuous: 0 }
  for (let seed = 0; seed < stormCount; seed++) judged[check(run(stormy(seed))).result]++
  report(
    `${stormCount} storms with linearizable reads and majority writes, judged: ${JSON.stringify(judged)}`,
  )
  if (judged.broken > 0) throw new Error('a linearizable read was not linearizable')
  return Promise.resolve()
}
