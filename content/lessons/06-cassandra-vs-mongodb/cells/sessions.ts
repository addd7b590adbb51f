import { answer, plan, replicaSet, run, value } from 'engine'

// C is far away. A majority is A and B.
const far = [400, 400] as const
const links = [
  { from: 'A', to: 'C', latency: far },
  { from: 'C', to: 'A', latency: far },
]
const set = replicaSet({ chaining: false })
const secondary = { key: 'table 3', readPreference: 'secondary' }

const story = plan(set, { net: { links } })
  .at(3000)
  .ask('write', { key: 'table 3', value: 'no nuts', session: 's' })
  .at(3200)
  .ask('read', secondary, { via: 'C' })
  .ask('read', { ...secondary, readConcern: 'majority' }, { via: 'C' })
  .ask('read', { ...secondary, session: 's' }, { via: 'C' })

const made = run(story)
const took = (id: string) => {
  const asked = made.history.find((one) => one.id === id)
  return (asked?.return ?? 0) - (asked?.call ?? 0)
}
const reads = { local: 'read 1', majority: 'read 2', session: 'read 3' }
for (const [name, id] of Object.entries(reads)) {
  console.log(`${name}: ${answer(made, id)} after ${took(id)} ms`)
  // #value
  value(name, answer(made, id))
  value(`${name} ms`, took(id))
  // #end
}

// Write with the session, but read with another: session: 't'.
