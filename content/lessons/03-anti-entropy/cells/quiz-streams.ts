import { plan, ring, run, value } from 'engine'

// B missed row 3; A and C missed a slip of table 7 that B took. A runs a repair. Who sends rows to whom?
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
const senders = new Set<string>()
for (const event of run(night, { record: 'trace' }).trace) {
  if (event.type !== 'send' || !['stream', 'stream reply'].includes(event.name)) continue
  const rows = event.name === 'stream' ? event.args.partitions : event.args
  if (rows.length > 0) senders.add(event.message.split('>')[0] ?? '')
}
console.log(`rows are sent by ${[...senders].sort().join(', ')}`)
value('who', senders.has('A') && senders.has('B') ? 'both' : senders.has('A') ? 'coordinator' : 'asker')
