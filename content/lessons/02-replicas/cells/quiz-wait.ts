import { plan, ring, run, value } from 'engine'
import { line } from './lines'

// A message takes 30 ms between A and B, and 100 ms between A and C. When can A acknowledge the write?
const links = [...line('A', 'B', 30), ...line('A', 'C', 100)]
for (const level of ['ONE', 'QUORUM', 'ALL'] as const) {
  const calm = plan(ring(), { net: { latency: [1, 1], links } })
  const [write] = run(calm.at(0).write('table 3', 'no nuts', { via: 'A', level })).history
  // The client is next to A: one millisecond there and one back.
  const ms = (write?.return ?? 0) - (write?.call ?? 0) - 2
  console.log(`${level}: ${ms} ms`)
  value(level, ms)
}
