import { answer, plan, replicaSet, run, value } from 'engine'

const story = plan(replicaSet(), { until: 60_000 })
  .at(1000) // Act 1: a majority has table 2.
  .write('table 2', 'tea', { via: 'A' })
  .at(3000) // Act 2: A is cut off, and still takes a write at w: 1.
  .cut('A', ['B', 'C'])
  .at(4000)
  .write('table 3', 'no nuts', { via: 'A', level: 'ONE' })
  .at(20_000) // Act 3: B or C is primary now, and takes another.
  .write('table 3', 'walnut cake', { via: 'B' })
  .at(30_000) // Act 4: the link heals. A finds that histories parted.
  .mend()
  .at(50_000) // Act 5: an operator opens A's rollback file.
  .ask('rollbackFiles', {}, { via: 'A' })

const made = run(story, { record: 'states' })
const oplog = (id: string, at: number) => {
  const index = made.trace.filter((event) => event.at <= at).length - 1
  const { oplog } = made.stateAt(index).get(id)?.disk as {
    oplog: Iterable<[number, { term: number; key: string }]>
  }
  return [...oplog]
    .map(([, { term, key }]) => `${term}:${key}`)
    .join(', ')
}
for (const at of [2000, 5000, 22_000, 40_000]) {
  console.log(`after ${at / 1000} s`)
  for (const id of ['A', 'B']) console.log(` ${id}`, oplog(id, at))
}
console.log('the file:', answer(made))
// #value
value('in the file', String(answer(made).includes('no nuts')))
// #end

// Cut the links by hand: delete the .mend(). What does A do in the end?
