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

/** What A and B say, in words; the rest is left out. */
function inWords(name: string, args: Said): string | undefined {
  const rows = (all: Rows) =>
    all.length === 0 ? 'nothing' : all.map(({ key }) => key).join(', ')
  if (name === 'validate') return 'Make a tree of this range.'
  if (name === 'validate reply') return `My tree: ${args.bytes} bytes.`
  if (name === 'exchange')
    return `You and ${args.peer} differ: exchange.`
  if (name === 'stream')
    return `All I have there: ${rows(args.partitions)}.`
  if (name === 'stream reply') return `All I have there: ${rows(args)}.`
  return undefined
}

for (const event of run(night, { record: 'trace' }).trace) {
  if (event.type !== 'send' || event.at < 6000) continue
  const [from, to] = event.message.split(/[> ]/)
  const words = inWords(event.name, event.args)
  if (words === undefined || !['A B', 'B A'].includes(`${from} ${to}`))
    continue
  console.log(`${from} to ${to}: ${words}`)
}

// Nobody says what it lacks. Take out the cut, so that nobody
// misses anything: how much of the talk is left?
