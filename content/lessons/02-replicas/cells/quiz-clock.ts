import { plan, ring, run, value } from 'engine'

// Waiter 1's clock is two seconds slow. Both writes are confirmed by two of three.
const evening = plan(ring({ write: 'QUORUM', read: 'QUORUM' }), {
  clients: ['waiter 1', 'waiter 2'],
})
  .at(0)
  .clock('waiter 1', { offsetMs: -2000 })
  .at(1000)
  .write('table 3', 'stew', { via: 'A', by: 'waiter 2' })
  .at(2000)
  .write('table 3', 'stew, no nuts', { via: 'A', by: 'waiter 1' })
  .at(3000)
  .read('table 3', { via: 'B', by: 'waiter 2' })
const answer = (run(evening).history[2]?.output as { value: string }).value
console.log(answer)
value('answer', answer === 'stew' ? 'earlier' : 'later')
