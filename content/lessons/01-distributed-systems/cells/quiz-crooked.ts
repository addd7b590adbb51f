import { plan, ring, run, value } from 'engine'

// Ann's watch is 5 s ahead. She writes, and two seconds later Ben writes over it. What is read afterwards?
const clients = [
  { id: 'Ann', clock: { offsetMs: 5000 } },
  { id: 'Ben', clock: { offsetMs: 0 } },
]
const evening = plan(ring({ nodes: ['A', 'B', 'C'] }), { clients })
  .at(1000)
  .write('table 3', 'walnut cake', { via: 'A', by: 'Ann', level: 'ALL' })
  .at(3000)
  .write('table 3', 'no nuts', { via: 'B', by: 'Ben', level: 'ALL' })
  .at(6000)
  .read('table 3', { via: 'C', level: 'ALL' })
const read = (run(evening).history.at(-1)?.output as { value: string }).value
console.log('five seconds ahead:', read)
value('fast', read)
