import { answer, plan, ring, run, value } from 'engine'

// Four edits of one document, each made offline and acknowledged: two of the title, one of page 1, one of page 2.
const nodes = ['A', 'B', 'C', 'D']
const edits = [
  ['A', 'title', 'ours'],
  ['B', 'title', 'theirs'],
  ['C', 'page 1', 'a list'],
  ['D', 'page 2', 'a table'],
] as const
let offline = plan(ring({ nodes, replicas: 4, hints: false, readRepair: 'NONE' })).at(0)
for (const id of ['A', 'B', 'C'])
  offline = offline.cut(
    id,
    nodes.filter((other) => other !== id),
  )
for (const [index, [via, column, text]] of edits.entries())
  offline = offline
    .at(2000 + 1000 * index)
    .ask('write', { key: 'document', columns: { [column]: text } }, { via, level: 'ONE' })
const merged = run(offline.at(9000).mend().at(12_000).repair('A').at(60_000).read('document', { via: 'D' }))
const acknowledged = edits.filter(
  (_, index) => answer(merged, `write ${index + 1}`) === 'acknowledged',
).length
const kept = Object.values(JSON.parse(answer(merged)) as Record<string, string>)
console.log(`${acknowledged} acknowledged; in the end: ${kept.join(', ')}`)
value('confirmed', acknowledged)
value('left', edits.filter(([, , text]) => kept.includes(text)).length)
value('title', kept.includes('theirs') ? 'theirs' : 'ours')
