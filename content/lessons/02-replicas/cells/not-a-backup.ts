import { plan, ring, run, value } from 'engine'

// Somebody cancels table 3 by mistake, half a second after the order.
const evening = plan(ring(), { seed: 1 })
  .at(0)
  .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
  .at(500)
  .delete('table 3', { via: 'C', level: 'ONE' })
  .at(1000)
  .read('table 3', { via: 'A', level: 'ONE' })
  .at(1000)
  .read('table 3', { via: 'B', level: 'ONE' })
  .at(1000)
  .read('table 3', { via: 'C', level: 'ONE' })

const answers = run(evening).history.filter((one) => one.do === 'read')
for (const { id, output } of answers) console.log(id, output)

const left = answers.filter(
  (one) => JSON.stringify(one.output) !== '{"value":null}',
)
console.log(`${left.length} of 3 copies still have the slip`)
value('left', left.length)

// Twelve replicas: would one of them have kept the slip?
