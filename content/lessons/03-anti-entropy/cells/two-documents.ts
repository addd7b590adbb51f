import { plan, ring, run, value } from 'engine'

// One document, three copies. You work at A, your friend at B,
// both offline. Pages and title are cells of one row.
const document = ring({ hints: false, readRepair: 'NONE' })
const edit = (columns: Record<string, string>) => ({
  key: 'document',
  columns,
})

const merged = plan(document)
  .at(0)
  .ask('write', edit({ title: 'Menu' }), { via: 'A', level: 'ALL' })
  .at(1000)
  .cut('A', ['B', 'C'])
  .at(2000)
  .ask('write', edit({ 'page 1': 'yours' }), { via: 'A' })
  .ask('write', edit({ 'page 2': 'friend’s' }), { via: 'B' })
  // The cell that both edit: you first, your friend a second later.
  .at(3000)
  .ask('write', edit({ title: 'yours' }), { via: 'A' })
  .at(4000)
  .ask('write', edit({ title: 'friend’s' }), { via: 'B' })
  .at(5000)
  .mend()
  .at(8000)
  .repair('A')

for (const via of ['A', 'B']) {
  const { history } = run(merged.at(60_000).read('document', { via }))
  const { output } = history.at(-1) ?? {}
  const { value: text } = output as { value: Record<string, string> }
  console.log(via, text)
  value(`${via} title`, text['title'] ?? '')
}

// Both edits of the title were confirmed. Give yours a timestamp
// of its own, { ..., timestamp: 9_000_000 }: who wins now?
