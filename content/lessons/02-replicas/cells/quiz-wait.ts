import { plan, ring, run, value } from 'engine'

// A message takes 30 ms from A to B and 100 ms to C, one way. When may A confirm?
const lines = [
  { from: 'A', to: 'B', latency: [30, 30] as const },
  { from: 'A', to: 'C', latency: [100, 100] as const },
]
for (const level of ['ONE', 'QUORUM', 'ALL'] as const) {
  const evening = plan(ring(), { net: { latency: [1, 1], links: lines } })
  const [write] = run(evening.at(0).write('table 3', 'no nuts', { via: 'A', level })).history
  // The waiter stands beside A: one millisecond to it and one back.
  const ms = (write?.return ?? 0) - (write?.call ?? 0) - 2
  console.log(`${level}: ${ms} ms`)
  value(level, ms)
}
