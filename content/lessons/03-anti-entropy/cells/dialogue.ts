import { plan, ring, run } from 'engine'

// B missed row 3. A and C missed table 7. A runs the repair.
const night = plan(ring({ hints: false, readRepair: 'NONE' }))
  .at(0)
  .cut('B', ['A', 'C'])
  .at(1000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .write('table 7', 'tea', { via: 'B', level: 'ONE' })
  .at(3000)
  .mend('B', ['A', 'C'])
  .at(6000)
  .repair('A')

type Rows = { key: string }[]
type Said = { bytes: number; peer: string; partitions: Rows } & Rows
const list = (rows: Rows) =>
  rows.map(({ key }) => key).join(', ') || 'nothing'

/** Messages in words; the rest of the talk is left out. */
const inWords: Record<string, (said: Said) => string> = {
  validate: () => 'Make a tree of this range.',
  'validate reply': ({ bytes }) => `My tree: ${bytes} bytes.`,
  exchange: ({ peer }) => `You and ${peer} differ: exchange.`,
  stream: ({ partitions }) => `All I have there: ${list(partitions)}.`,
  'stream reply': (rows) => `All I have there: ${list(rows)}.`,
}

for (const event of run(night, { record: 'trace' }).trace) {
  if (event.type !== 'send' || event.at < 6000) continue
  const [from, to] = event.message.split(/[> ]/)
  const words = inWords[event.name]?.(event.args)
  const isTheirs = from !== 'C' && to !== 'C' && from !== to
  if (isTheirs && words) console.log(`${from} to ${to}: ${words}`)
}

// Nobody says what it lacks. Take out the cut, so that nobody
// misses anything: how much of the talk is left?
