import { run } from '#engine/core/run.ts'
import { weather } from '#engine/core/weather.ts'
import { ring } from '#engine/ring/ring.ts'
import { bareHeap } from './peers.ts'

const seeds = 1_000

/** A thousand seeds of a ring in bad weather, as a search runs them: nothing recorded but what is always there. */
export default function bench(report: (line: string) => void): Promise<void> {
  const system = ring({ nodes: ['A', 'B', 'C'], replicas: 3, read: 'QUORUM', write: 'QUORUM' })
  const forecast = weather(system, { operations: 21, faults: 4, restMs: 1_000 })
  let best = Infinity
  let events = 0
  for (let attempt = 0; attempt < 5; attempt++) {
    events = 0
    const start = performance.now()
    for (let seed = 0; seed < seeds; seed++) events += run(forecast(seed)).counters.events
    best = Math.min(best, performance.now() - start)
  }
  const start = performance.now()
  bareHeap(1_000_000, 1_000)
  const floorNs = performance.now() - start
  const cost = (best * 1e6) / events
  report(
    `${seeds} seeds of a ring, ${Math.round(events / seeds)} events each: ${best.toFixed(0)} ms (bound: 360 ms for 200 events each)`,
  )
  report(`${cost.toFixed(0)} ns an event, ${(floorNs / cost).toFixed(2)} of the bare heap`)
  return Promise.resolve()
}
