import { plan, ring, run } from 'engine'

// B misses table 3. A and C miss table 7. Then A runs a repair.
const bothMissed = plan(ring({ hints: false, readRepair: 'NONE' }))
  .at(0)
  .cut('B', ['A', 'C'])
  .at(1000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .write('table 7', 'tea', { via: 'B', level: 'ONE' })
  .at(3000)
  .mend('B', ['A', 'C'])
  .at(6000)
  .repair('A')

// #setup
type Rows = { key: string }[]
type Sent = { bytes: number; peer: string; partitions: Rows } & Rows
const list = (rows: Rows) =>
  rows.map(({ key }) => key).join(', ') || 'nothing'

/** What each message of a repair would be in words. */
const inWords: Record<string, (sent: Sent) => string> = {
  validate: () => 'Build a tree of this range.',
  'validate reply': ({ bytes }) => `My tree: ${bytes} bytes.`,
  exchange: ({ peer }) => `You and ${peer} differ: exchange.`,
  stream: ({ partitions }) => `All I have there: ${list(partitions)}.`,
  'stream reply': ({ partitions }) =>
    `All I have there: ${list(partitions)}.`,
}

// Only what A and B say to each other is printed.
for (const event of run(bothMissed, { record: 'trace' }).trace) {
  if (event.type !== 'send' || event.at < 6000) continue
  const [from, to] = event.message.split(/[> ]/)
  const words = inWords[event.name]?.(event.args)
  const isBetweenAB = from !== 'C' && to !== 'C' && from !== to
  if (isBetweenAB && words) console.log(`${from} to ${to}: ${words}`)
}
// #end

// Delete the line with .cut, so that no node misses anything.
// How much of the conversation is left?
