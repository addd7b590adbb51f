import { answer, plan, replicaSet, run, value } from 'engine'

// A primary, a secondary, an arbiter, and no write concern set.
const set = replicaSet({
  nodes: ['A', 'B', 'D'],
  members: { D: { arbiter: true } },
})
const story = plan(set, { until: 60_000 })
  .at(3000)
  .cut('A', ['B', 'D'])
  .at(4000)
  .write('table 3', 'no nuts', { via: 'A' })
  .at(25_000)
  .mend()
const made = run(story)
const acknowledged = answer(made) === 'acknowledged'
const kept = made.final.get('A')?.disk.contents.documents.has('table 3')
console.log({ acknowledged, kept })
// #value
value('outcome', acknowledged ? (kept ? 'kept' : 'told-and-lost') : 'not-told')
// #end
