import { plan, ring, run, value } from 'engine'

// B is silent for five hours. A write comes at every half hour past: 0:30, 1:30 ... 4:30. Hints alone: how many arrive?
const hour = 3_600_000
const times = [0.5, 1.5, 2.5, 3.5, 4.5]
let night = plan(ring()).at(0).crash('B')
for (const time of times)
  night = night.at(time * hour).write(`slip ${time}`, 'here', { via: 'A', level: 'QUORUM' })
night = night
  .at(5 * hour)
  .restart('B')
  .at(6 * hour)
for (const time of times) night = night.read(`slip ${time}`, { via: 'B', level: 'ONE' })
const arrived = run(night)
  .history.slice(-5)
  .filter(({ output }) => (output as { value: unknown }).value !== null).length
console.log(`${arrived} of ${times.length} arrived`)
value('arrived', arrived)
