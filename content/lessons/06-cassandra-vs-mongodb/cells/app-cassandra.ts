import { answer, plan, ring, run, value } from 'engine'

// The kitchen's orders as rows: the partition key is the table.
const quorum = { level: 'QUORUM' } as const
const cells = (columns: Record<string, string | boolean>) => ({
  key: 'table 3',
  columns,
})

const app = plan(ring())
  .at(1000) // INSERT
  .ask('write', cells({ dish: 'walnut cake', note: 'no nuts' }), quorum)
  .at(2000) // UPDATE ... SET paid = true: the other columns stay
  .ask('write', cells({ paid: true }), quorum)
  .at(3000)
  .read('table 3', quorum) // SELECT by partition key

const row = answer(run(app))
console.log('table 3:', row)
// "cakes sold" would be a table of its own with a counter column.
// #value
value('row', row)
// #end

// Update note and paid from two clients at once. What's lost?
