import { answer, duel, plan, replicaSet } from 'engine'
import { ring, run, value } from 'engine'

// Two clients have read 0, and each writes 1 back: in both databases.
const written = plan(ring({ write: 'QUORUM', read: 'QUORUM' }))
  .at(1000)
  .write('cakes', 0)
  .at(2000)
  .write('cakes', 1, { via: 'A' })
  .write('cakes', 1, { via: 'B' })
  .at(3000)
  .read('cakes')

// MongoDB has an operation for it. Both ask the primary to add one: $inc.
const added = plan(replicaSet())
  .at(2000)
  .ask('increment', { key: 'cakes' }, { via: 'A' })
  .ask('increment', { key: 'cakes' }, { via: 'B' })
  .at(3000)
  .read('cakes')

const { ring: cassandra, replicaSet: mongodb } = duel(written)
console.log('Cassandra, 1 written twice:', answer(cassandra.run))
console.log('MongoDB, 1 written twice:', answer(mongodb.run))
console.log('MongoDB, $inc twice:', answer(run(added)))
// #value
value('Cassandra', answer(cassandra.run))
value('MongoDB', answer(mongodb.run))
value('$inc', answer(run(added)))
// #end

// Let three clients add one. What do the three lines print?
