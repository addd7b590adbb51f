import { plot, value } from 'engine'

// What one full repair reads and sends on a node of a terabyte.
const mebibyte = 1024 * 1024
const data = 1e12
const diskRate = 64 * mebibyte // compaction_throughput
const streamRate = 24 * mebibyte // stream_throughput_outbound

// A tree at Cassandra's cap of depth 20: a leaf is 34 bytes on the
// wire, a node above it 13.
const leaves = 2 ** 20
const tree = leaves * 34 + (leaves - 1) * 13

const hours = (seconds: number) => seconds / 3600
const readHours = hours(data / diskRate)
const treeSeconds = tree / streamRate
console.table([
  { what: 'read every row', bytes: data, hours: readHours.toFixed(2) },
  {
    what: 'send one tree',
    bytes: tree,
    hours: hours(treeSeconds).toFixed(4),
  },
])

plot(
  [64, 128, 256].map((rate) => ({
    name: `${rate} MiB/s`,
    points: [0.5, 1, 2, 4].map((terabytes): [number, number] => [
      terabytes,
      hours((terabytes * data) / (rate * mebibyte)),
    ]),
  })),
  { x: 'terabytes on a node', y: 'hours of reading' },
)
value('read hours', readHours)
value('tree megabytes', tree / 1e6)
value('tree seconds', treeSeconds)
value('most', readHours > hours(treeSeconds) ? 'reading' : 'trees')
value('stream minutes', (data * 0.01) / streamRate / 60)

// Raise the disk rate tenfold. What else would suffer? Reads queue
// behind the same disk.
