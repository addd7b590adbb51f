import { answer, plan, replicaSet, run, value } from 'engine'

// All at w: 1, on a primary that's cut off: two edits of one document,
// a new document, and a delete of an old one.
const one = { via: 'A', level: 'ONE' } as const
const story = plan(replicaSet(), { until: 60_000 })
  .at(1000)
  .write('table 9', 'soup')
  .at(3000)
  .cut('A', ['B', 'C'])
  .at(4000)
  .write('table 3', 'walnut cake', one)
  .at(4100)
  .write('table 3', 'no nuts', one)
  .at(4200)
  .write('table 5', 'tea', one)
  .at(4300)
  .delete('table 9', one)
  .at(25_000)
  .mend()
  .at(50_000)
  .ask('rollbackFiles', {}, { via: 'A' })
const found = JSON.parse(answer(run(story))) as unknown[]
console.log(found)
// #value
value('documents', found.length)
// #end
