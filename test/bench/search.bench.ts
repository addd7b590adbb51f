import { run } from '#engine/core/run.ts'
import { weather } from '#engine/core/weather.ts'
import { ring } from '#engine/ring/ring.ts'
import { searchCost } from './peers.ts'

const seeds = 1_000

/** A thousand seeds of a ring in bad weather, as a search runs them: nothing recorded but what is always there. */
export default function bench(report: (line: string) => void): Promise<void> {
  const system = ring({ nodes: ['A', 'B', 'C'], replicas: 3, read: 'QUORUM', write: 'QUORUM' })
  const forecast = weather(system, { operations: 21, faults: 4, restMs: 1_000 })
  const { bestMs, events, eventNs, heapShare } = searchCost(
    (seed) => run(forecast(seed)).counters.events,
    seeds,
    5,
  )
  report(
    `${seeds} seeds of a ring, ${Math.round(events / seeds)} events each: ${bestMs.toFixed(0)} ms (bound: 360 ms for 200 events each)`,
  )
  report(`${eventNs.toFixed(0)} ns an event, ${heapShare.toFixed(2)} of the bare heap`)
  return Promise.resolve()
}
