import { plan, ring, run, value } from 'engine'

// A gigabyte on every node, in 20,000 rows, and B misses a change of
// one of them. The rates are those that Cassandra ships with.
const rows = 20_000
const gigabyte = ring({
  hints: false,
  readRepair: 'NONE',
  background: rows,
  backgroundBytes: 1e9 / rows,
  validationBytesPerMs: 67_109, // 64 MiB a second
  streamBytesPerMs: 25_166, // 24 MiB a second
})
const damaged = plan(gigabyte, { until: 120_000 })
  .at(0)
  .cut('B', ['A', 'C'])
  .at(1000)
  .write('slip 7', 'changed', { via: 'A', level: 'QUORUM' })
  .at(5000)
  .mend('B', ['A', 'C'])
  .at(10_000)

type Tally = { readBytes: number; treeBytes: number; bytes: number }
const took = (args: { preview?: true }) => {
  const repair = run(damaged.repair('A', args)).history.at(-1)
  const seconds = ((repair?.return ?? 0) - (repair?.call ?? 0)) / 1000
  const { value } = repair?.output as unknown as { value: Tally }
  return { seconds, ...value }
}
const preview = took({ preview: true })
const whole = took({})
console.log(`read on three nodes: ${whole.readBytes} bytes`)
console.log(`trees: ${whole.treeBytes} bytes`)
console.log(`streamed: ${whole.bytes} bytes`)
console.log(`building and comparing: ${preview.seconds} s`)
console.log(`with the streams: ${whole.seconds} s`)

// At depth 20 a tree has a million leaves: 34 bytes each on the wire,
// and 13 for each node above them.
value('tree megabytes', (2 ** 20 * 34 + (2 ** 20 - 1) * 13) / 1e6)
value('seconds', preview.seconds)
value('share', ((100 * preview.seconds) / whole.seconds).toFixed(1))

// Halve validationBytesPerMs, which spares the disk for reads.
// What does that do to the time?
