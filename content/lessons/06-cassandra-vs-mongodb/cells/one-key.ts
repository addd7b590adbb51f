import { answer, duel, plan, ring, value } from 'engine'

// Nothing crashes or is cut, but the waiter's clock is a minute ahead.
const clients = [
  { id: 'waiter', near: 'A', clock: { offsetMs: 60_000 } },
  { id: 'chef', near: 'B' },
]
const strong = ring({ write: 'QUORUM', read: 'QUORUM' })

const story = plan(strong, { clients })
  .at(1000)
  .write('table 3', 'walnut cake', { by: 'waiter' })
  .at(2000)
  .write('table 3', 'no nuts', { by: 'chef' })
  .at(3000)
  .read('table 3', { by: 'chef' })

const { ring: cassandra, replicaSet: mongodb } = duel(story)
const answers = [cassandra, mongodb].map(({ run }) => answer(run))
console.log('Cassandra:', answers[0])
console.log('MongoDB:', answers[1])
// #value
value('Cassandra', answers[0])
value('MongoDB', answers[1])
// #end

// Put the waiter's clock right: { offsetMs: 0 }.
