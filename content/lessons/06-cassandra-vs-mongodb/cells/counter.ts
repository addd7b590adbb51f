import { answer, plan, replicaSet, ring, run, value } from 'engine'

// Two Cassandra clients have read 0, and each writes 1 back.
const written = plan(ring({ write: 'QUORUM', read: 'QUORUM' }))
  .at(1000)
  .write('cakes', 0)
  .at(2000)
  .write('cakes', 1, { via: 'A' })
  .write('cakes', 1, { via: 'B' })
  .at(3000)
  .read('cakes')

// Two MongoDB clients ask the primary to add one: $inc.
const added = plan(replicaSet())
  .at(2000)
  .ask('increment', { key: 'cakes' }, { via: 'A' })
  .ask('increment', { key: 'cakes' }, { via: 'B' })
  .at(3000)
  .read('cakes')

console.log('Cassandra:', answer(run(written)))
console.log('MongoDB:', answer(run(added)))
// #value
value('Cassandra', answer(run(written)))
value('MongoDB', answer(run(added)))
// #end

// In MongoDB, write 1 twice instead of $inc. Is it any better?
