import { plan, ring, run, value } from 'engine'

// Tables 3 and 4 lie in one range. Every replica has table 4, and B alone missed row 3. What does B send A in A's repair?
const missedRow = plan(ring({ hints: false, readRepair: 'NONE' }))
  .at(0)
  .write('table 4', 'noodles', { via: 'A', level: 'ALL' })
  .at(1000)
  .cut('B', ['A', 'C'])
  .at(2000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(3000)
  .mend('B', ['A', 'C'])
  .at(6000)
  .repair('A')
const sent = new Map<string, string>()
for (const event of run(missedRow, { record: 'trace' }).trace) {
  if (event.type !== 'send' || !['stream', 'stream reply'].includes(event.name)) continue
  const rows: readonly { key: string }[] = event.args.partitions
  sent.set(event.message.split(' ')[0] ?? '', rows.map(({ key }) => key).join(', '))
}
const fromB = sent.get('B>A')
console.log(`A sends B ${sent.get('A>B')}; B sends A ${fromB || 'nothing'}`)
value('sends', fromB === 'table 4' ? 'all' : fromB === '' ? 'nothing' : 'list')
