import { answer, plan, ring, run, value } from 'engine'

/** Ann writes, and two seconds later Ben writes over it. */
function stored(annAheadMs: number) {
  const clients = [
    { id: 'Ann', clock: { offsetMs: annAheadMs } },
    { id: 'Ben', clock: { offsetMs: 0 } },
  ]
  const level = 'ALL'
  const scenario = plan(ring({ nodes: ['A', 'B', 'C'] }), { clients })
    .at(1000)
    .write('table 3', 'walnut cake', { via: 'A', by: 'Ann', level })
    .at(3000)
    .write('table 3', 'no nuts', { via: 'B', by: 'Ben', level })
    .at(6000)
    .read('table 3', { via: 'C', level })
  return answer(run(scenario), 'read 1')
}

console.log('Both clocks are right:', stored(0))
console.log('Ann’s clock is 1 s ahead:', stored(1000))

// #value
value('inStep', stored(0))
value('fast', stored(1000))
// #end

// Test your answer with 5000. Then find the smallest offset that does it.
