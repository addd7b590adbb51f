import { plan, replicaSet, run, value } from 'engine'

// The oplog holds five entries. C misses ten, and comes back.
let story = plan(replicaSet({ oplogEntries: 5 }), { until: 90_000 })
  .at(1000)
  .crash('C')
for (let n = 0; n < 10; n++) story = story.at(2000 + 100 * n).write(`table ${n}`, 'tea')
const role = run(story.at(10_000).restart('C')).final.get('C')?.memory.role
console.log(role)
// #value
value('role', role)
// #end
