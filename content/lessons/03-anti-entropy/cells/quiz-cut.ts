import { plan, ring, run, value } from 'engine'

// B is cut off, and A and C differ from it. A is told to repair all its ranges while the network is still down.
const { history } = run(
  plan(ring({ hints: false }))
    .at(0)
    .cut('B', ['A', 'C'])
    .at(1000)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(60_000)
    .repair('A'),
)
const outcome = history.at(-1)?.output as { error?: string; ranges?: number }
console.log(outcome.error ?? 'done', `after ${outcome.ranges} ranges`)
value('what', outcome.error === 'unavailable' && outcome.ranges === 0 ? 'refused' : 'done')
