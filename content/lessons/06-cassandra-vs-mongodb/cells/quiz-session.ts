import { answer, plan, replicaSet, run, value } from 'engine'

const far = [400, 400] as const
const links = [
  { from: 'A', to: 'C', latency: far },
  { from: 'C', to: 'A', latency: far },
]
const net = { links }
const read = { key: 'table 3', readPreference: 'secondary' }
const story = plan(replicaSet({ chaining: false }), { net })
  .at(3000)
  .ask('write', { key: 'table 3', value: 'no nuts', session: 's' })
  .at(3200)
  .ask('read', { ...read, readConcern: 'majority' }, { via: 'C' })
  .ask('read', { ...read, session: 's' }, { via: 'C' })
const made = run(story)
const fresh = [
  ...(answer(made, 'read 1') === 'no nuts' ? ['majority'] : []),
  ...(answer(made, 'read 2') === 'no nuts' ? ['session'] : []),
]
console.log(fresh)
// #value
value('fresh', fresh.join())
// #end
