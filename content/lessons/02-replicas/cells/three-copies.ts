import { plan, ring, run, value } from 'engine'

// One write through A. Then the same question to each kitchen;
// at level ONE, the kitchen that is asked answers from its own copy.
const evening = plan(ring({ replicas: 3 }), { seed: 1 })
  .at(0)
  .write('table 1', 'soup', { via: 'A', level: 'ALL' })
  .at(500)
  .read('table 1', { via: 'A', level: 'ONE' })
  .at(500)
  .read('table 1', { via: 'B', level: 'ONE' })
  .at(500)
  .read('table 1', { via: 'C', level: 'ONE' })

const { history, counters } = run(evening)
for (const { id, output } of history) console.log(id, output)
console.log(`${counters.messages} messages for four requests`)

const answers = history.filter((one) => one.do === 'read')
value(
  'same',
  new Set(answers.map((one) => JSON.stringify(one.output))).size,
)

// Begin with .at(0).hold('A>B mutate#1', 900), and write at ONE.
// Whose copy is behind?
