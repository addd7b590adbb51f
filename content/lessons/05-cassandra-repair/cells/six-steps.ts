import { plan, ring, run, value } from 'engine'

// B missed row 3. Everybody else has 3,000 rows. A repairs.
const three = { hints: false, readRepair: 'NONE' } as const
const repair = plan(ring({ ...three, background: 3000 }))
  .at(0)
  .cut('B', ['A', 'C'])
  .at(1000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(3000)
  .mend('B', ['A', 'C'])
  .at(6000)
  .ask('repair', { depth: 6 }, { via: 'A' })

const steps: Record<string, string> = {
  validate: '1 read your rows of these ranges',
  'validate reply': '3 my whole trees',
  exchange: '4 you two differ: stream',
  stream: '5 all I have there',
  'stream reply': '5 all I have there',
}
const { trace, history } = run(repair, { record: 'trace' })
const rows = trace.flatMap((event) => {
  if (event.type !== 'send' || event.at < 6000) return []
  const step = steps[event.name]
  const [from = '', to = ''] = event.message.split(/[> ]/)
  if (step === undefined || from === to) return []
  return [
    { 'at ms': event.at - 6000, from, to, step, bytes: event.bytes },
  ]
})
console.table(rows)

type Tally = {
  pairs: number
  differingPairs: number
  partitions: number
}
const { pairs, differingPairs, partitions } = (
  history.at(-1)?.output as { value: Tally }
).value
console.log(`${pairs} pairs compared, ${differingPairs} differ`)
console.log(`${partitions} partitions travelled for one`)
value('pairs', pairs)
value('differing', differingPairs)
value('partitions', partitions)

// Take out the depth, so that Cassandra's rule chooses it. Then let
// B miss two rows. How many partitions travel?
