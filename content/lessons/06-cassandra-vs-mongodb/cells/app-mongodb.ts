import { answer, plan, replicaSet, run, value } from 'engine'

// The kitchen's orders as documents: one document for each table.
const order = { dish: 'walnut cake', notes: ['no nuts'], paid: false }

const app = plan(replicaSet())
  .at(1000)
  .write('table 3', order) // insertOne
  .at(2000)
  .write('table 3', { ...order, paid: true }) // replaceOne
  .at(3000)
  .ask('increment', { key: 'cakes sold' }) // $inc
  .at(4000)
  .read('table 3') // findOne by _id
  .read('cakes sold')

const made = run(app)
console.log('table 3:', answer(made, 'read 1'))
console.log('cakes sold:', answer(made, 'read 2'))
// #value
value('sold', answer(made, 'read 2'))
// #end

// Read with readPreference 'secondary' through C. Is it still fresh?
