import { answer, plan, ring, run, value } from 'engine'

// Hints and read repair are off, so nothing brings B up to date.
const cluster = ring({ hints: false, readRepair: 'NONE' })

// B is cut off while row 3 is written. The link heals at 4 s.
const missedWrite = plan(cluster)
  .at(0)
  .cut('B', ['A', 'C'])
  .at(2000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .mend('B', ['A', 'C'])

// One later read of table 3, through one node.
const readAt = (time: number, via: string) =>
  answer(run(missedWrite.at(time).read('table 3', { via })))

const hour = 3600 * 1000
const rows = ['A', 'B', 'C'].map((node) => ({
  node,
  'after 1 s': readAt(5000, node),
  'after 1 hour': readAt(hour, node),
  'after 10 days': readAt(240 * hour, node),
}))
console.table(rows)
// #value
value('B after 10 days', rows[1]?.['after 10 days'] ?? '')
// #end

// Delete the line with .cut, and B hears of the write. Then put it
// back and write at level ALL: what is the client told?
