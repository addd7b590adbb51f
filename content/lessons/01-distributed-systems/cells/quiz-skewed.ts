import { answer, plan, ring, run, value } from 'engine'

// Ann's clock is 5 s ahead. She writes, and two seconds later Ben writes over it. What does a read return afterwards?
const clients = [
  { id: 'Ann', clock: { offsetMs: 5000 } },
  { id: 'Ben', clock: { offsetMs: 0 } },
]
const scenario = plan(ring({ nodes: ['A', 'B', 'C'] }), { clients })
  .at(1000)
  .write('table 3', 'walnut cake', { via: 'A', by: 'Ann', level: 'ALL' })
  .at(3000)
  .write('table 3', 'no nuts', { via: 'B', by: 'Ben', level: 'ALL' })
  .at(6000)
  .read('table 3', { via: 'C', level: 'ALL' })
const read = answer(run(scenario), 'read 1')
console.log('With a clock that is five seconds ahead:', read)
value('fast', read)
