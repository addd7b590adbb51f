import { answer, plan, replicaSet, run, value } from 'engine'

// The kitchen's orders as documents: one document for each table.
const order = { dish: 'walnut cake', notes: ['no nuts'], paid: false }

const app = plan(replicaSet())
  .at(1000)
  // orders.insertOne({ _id: 'table 3', dish: 'walnut cake', ... })
  .write('table 3', order)
  .at(2000)
  // orders.replaceOne({ _id: 'table 3' }, { ..., paid: true })
  .write('table 3', { ...order, paid: true })
  .at(3000)
  // sold.updateOne({ _id: 'cakes' }, { $inc: { count: 1 } })
  .ask('increment', { key: 'cakes sold' })
  .at(4000)
  // orders.findOne({ _id: 'table 3' })
  .read('table 3')
  .read('cakes sold')

const made = run(app)
console.log('table 3:', answer(made, 'read 1'))
console.log('cakes sold:', answer(made, 'read 2'))
// #value
value('sold', answer(made, 'read 2'))
// #end

// Read with readPreference 'secondary' through C. Is it still fresh?
