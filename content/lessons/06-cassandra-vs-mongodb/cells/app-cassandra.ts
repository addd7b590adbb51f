import { answer, plan, ring, run, value } from 'engine'

// CREATE TABLE orders (id text PRIMARY KEY, dish text, note text,
//   paid boolean): a row for each table, and id is the partition key.
const quorum = { level: 'QUORUM' } as const
const cells = (columns: Record<string, string | boolean>) => ({
  key: 'table 3',
  columns,
})

const app = plan(ring())
  .at(1000)
  // INSERT INTO orders (id, dish, note) VALUES ('table 3', ...)
  .ask('write', cells({ dish: 'walnut cake', note: 'no nuts' }), quorum)
  .at(2000)
  // UPDATE orders SET paid = true WHERE id = 'table 3'
  .ask('write', cells({ paid: true }), quorum)
  .at(3000)
  // SELECT * FROM orders WHERE id = 'table 3'
  .read('table 3', quorum)

const row = answer(run(app))
console.log('table 3:', row)
// "cakes sold" would be a table of its own with a counter column.
// #value
value('row', row)
// #end

// Update note and paid from two clients at once. What's lost?
