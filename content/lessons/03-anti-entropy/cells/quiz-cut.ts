import { plan, ring, run, value } from 'engine'

// B is cut off, A and C differ from it. A is told to repair all its ranges while the network is still down.
const { history } = run(
  plan(ring({ hints: false }))
    .at(0)
    .cut('B', ['A', 'C'])
    .at(1000)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(60_000)
    .repair('A'),
)
const output = history.at(-1)?.output as { error?: string; ranges?: number }
console.log(output.error ?? 'done', `after ${output.ranges} ranges`)
value('what', output.error === 'unavailable' && output.ranges === 0 ? 'refused' : 'done')
