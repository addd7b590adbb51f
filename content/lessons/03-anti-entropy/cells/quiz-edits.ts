import { plan, ring, run, value } from 'engine'

// Four edits of one document, each made offline and confirmed: two of the title, one of page 1, one of page 2.
const copies = ring({ nodes: ['A', 'B', 'C', 'D'], replicas: 4, hints: false, readRepair: 'NONE' })
const edits = [
  ['A', 'title', 'ours'],
  ['B', 'title', 'theirs'],
  ['C', 'page 1', 'a list'],
  ['D', 'page 2', 'a table'],
] as const
let night = plan(copies).at(0)
for (const id of ['A', 'B', 'C'])
  night = night.cut(
    id,
    ['A', 'B', 'C', 'D'].filter((other) => other !== id),
  )
for (const [index, [via, column, text]] of edits.entries())
  night = night
    .at(2000 + 1000 * index)
    .ask('write', { key: 'document', columns: { [column]: text } }, { via, level: 'ONE' })
const { history } = run(
  night.at(9000).mend().at(12_000).repair('A').at(60_000).read('document', { via: 'D' }),
)
const confirmed = history.slice(0, 4).filter(({ output }) => (output as { ok?: boolean }).ok === true).length
const held = Object.values((history.at(-1)?.output as { value: Record<string, string> }).value)
console.log(`${confirmed} confirmed; in the end: ${held.join(', ')}`)
value('confirmed', confirmed)
value('left', edits.filter(([, , text]) => held.includes(text)).length)
value('title', held.includes('theirs') ? 'theirs' : 'ours')
