import { plan, ring, run, value } from 'engine'
import { line } from './lines'

// A message takes 30 ms between A and B, and 100 ms between A and C. When may A confirm?
const links = [...line('A', 'B', 30), ...line('A', 'C', 100)]
for (const level of ['ONE', 'QUORUM', 'ALL'] as const) {
  const evening = plan(ring(), { net: { latency: [1, 1], links } })
  const [write] = run(evening.at(0).write('table 3', 'no nuts', { via: 'A', level })).history
  // The waiter stands beside A: one millisecond to it and one back.
  const ms = (write?.return ?? 0) - (write?.call ?? 0) - 2
  console.log(`${level}: ${ms} ms`)
  value(level, ms)
}
