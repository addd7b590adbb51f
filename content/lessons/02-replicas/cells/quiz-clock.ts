import { answer, plan, ring, run, value } from 'engine'

// Client 1's clock is two seconds slow. Two of three replicas acknowledge each write.
const scenario = plan(ring({ write: 'QUORUM', read: 'QUORUM' }), { clients: ['client 1', 'client 2'] })
  .at(0)
  .clock('client 1', { offsetMs: -2000 })
  .at(1000)
  .write('table 3', 'stew', { via: 'A', by: 'client 2' })
  .at(2000)
  .write('table 3', 'stew, no nuts', { via: 'A', by: 'client 1' })
  .at(3000)
  .read('table 3', { via: 'B', by: 'client 2' })
const outcome = answer(run(scenario), 'read 1')
console.log('A read at QUORUM returns:', outcome)
value('answer', outcome === 'stew' ? 'earlier' : 'later')
