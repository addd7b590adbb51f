import { answer, plan, ring, run } from 'engine'
const scenario = plan(ring({ nodes: ['A', 'B', 'C'] }))
  .at(0)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(1000)
  .read('table 3', { via: 'C', level: 'ONE' })
const played = run(scenario)
console.log('The write:', answer(played, 'write 1'))
console.log('The read:', answer(played, 'read 1'))
// Crash C before the read: put .at(500).crash('C') above .at(1000).
