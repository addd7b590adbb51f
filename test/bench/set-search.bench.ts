import * as engine from '#engine'
import { linearizable, replicaSet, run, weather } from '#engine'
import { storms } from '../storms/replica-set.ts'
import { searchCost } from './peers.ts'

const seeds = 300
const stormCount = 2_000

/** Seeds of a replica set in bad weather, as a search runs them; and its law of linearizable reads, judged in 2,000 storms. */
export default function bench(report: (line: string) => void): Promise<void> {
  const forecast = weather(replicaSet({ write: 'QUORUM', read: 'QUORUM' }), {
    operations: 8,
    faults: 2,
    restMs: 1_000,
  })
  const { bestMs, events, eventNs, heapShare } = searchCost(
    (seed) => run(forecast(seed)).counters.events,
    seeds,
    3,
  )
  report(
    `${seeds} seeds of a replica set, ${Math.round(events / seeds)} events each: ${bestMs.toFixed(0)} ms`,
  )
  report(`${eventNs.toFixed(0)} ns an event, ${heapShare.toFixed(2)} of the bare heap`)

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
