import { plan, ring, run, value } from 'engine'

/** Two waiters write the same slip, two seconds apart. */
function evening(fastMs: number) {
  const clients = [
    { id: 'Ann', clock: { offsetMs: fastMs } },
    { id: 'Ben', clock: { offsetMs: 0 } },
  ]
  const level = 'ALL'
  const { history } = run(
    plan(ring({ nodes: ['A', 'B', 'C'] }), { clients })
      .at(1000)
      .write('table 3', 'walnut cake', { via: 'A', by: 'Ann', level })
      .at(3000)
      .write('table 3', 'no nuts', { via: 'B', by: 'Ben', level })
      .at(6000)
      .read('table 3', { via: 'C', level }),
  )
  return (history.at(-1)?.output as { value: string }).value
}

const inStep = evening(0)
const fast = evening(1000)
console.log('clocks in step:            ', inStep)
console.log('Ann’s clock is 1 s ahead:  ', fast)
value('inStep', inStep)
value('fast', fast)

// Test your answer: 5000. Then find the fewest that are enough.
