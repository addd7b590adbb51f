import { answer, plan, replicaSet, run, value } from 'engine'

// A, the primary, is cut off together with a waiter. Others are with B and C.
const scenario = plan(replicaSet({ clientTimeoutMs: 3000, clientRetries: 0, clientSelectionMs: 3000 }), {
  clients: [
    { id: 'waiter', near: 'A' },
    { id: 'chef', near: 'B' },
  ],
  net: { latency: [10, 10] },
  until: 30_000,
})
  .at(3000)
  .cut('A', ['B', 'C', 'chef'])
  .cut('waiter', ['B', 'C'])
  .at(4000)
  .write('table 3', 'no nuts', { level: 'ONE', by: 'waiter' })
  .at(4500)
  .write('table 4', 'tea', { level: 'QUORUM', by: 'waiter' })
  .at(5000)
  .write('table 5', 'soup', { level: 'QUORUM', by: 'chef' })
  .at(20_000)
  .write('table 6', 'stew', { level: 'QUORUM', by: 'chef' })
const played = run(scenario)
const answers = ['write 1', 'write 2', 'write 3', 'write 4'].map((write) => answer(played, write))
console.log(answers)
value('answers', answers.join(' | '))
value('plan', JSON.stringify(scenario.plan))
