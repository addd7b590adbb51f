import { answer, plan, ring, run, value } from 'engine'

// #setup
// The document is one row. Its title and its pages are columns.
const cluster = ring({ hints: false, readRepair: 'NONE' })
const edit = (columns: Record<string, string>) => ({
  key: 'document',
  columns,
})
// #end

// You edit at A while your friend edits at B. Both are offline.
// .ask('write', …) is .write(…) for a row with several columns.
const edits = plan(cluster)
  .at(0)
  .ask('write', edit({ title: 'Menu' }), { via: 'A', level: 'ALL' })
  .at(1000)
  .cut('A', ['B', 'C'])
  .at(2000)
  .ask('write', edit({ 'page 1': 'yours' }), { via: 'A' })
  .ask('write', edit({ 'page 2': 'friend’s' }), { via: 'B' })
  // Both of you change the title: you first, then your friend.
  .at(3000)
  .ask('write', edit({ title: 'yours' }), { via: 'A' })
  .at(4000)
  .ask('write', edit({ title: 'friend’s' }), { via: 'B' })
  .at(5000)
  .mend()
  .at(8000)
  .repair('A')

// #setup
for (const via of ['A', 'B']) {
  const stored = answer(run(edits.at(60_000).read('document', { via })))
  const columns: Record<string, string> = JSON.parse(stored)
  console.log(via, columns)
  value(`${via} title`, columns['title'] ?? '')
}
// #end

// Both edits of the title were acknowledged. Give yours a later
// timestamp, in microseconds: { via: 'A', timestamp: 9_000_000 }.
// Whose title stays now?
