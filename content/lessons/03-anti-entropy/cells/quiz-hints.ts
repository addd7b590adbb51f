import { answer, plan, ring, run, value } from 'engine'

// B is down for five hours. One write comes at each half hour: 0:30, 1:30 and so on to 4:30. How many reach B as hints?
const hour = 3_600_000
const times = [0.5, 1.5, 2.5, 3.5, 4.5]
let outage = plan(ring()).at(0).crash('B')
for (const time of times)
  outage = outage.at(time * hour).write(`slip ${time}`, 'here', { via: 'A', level: 'QUORUM' })
const back = outage
  .at(5 * hour)
  .restart('B')
  .at(6 * hour)
const arrived = times.filter((time) => answer(run(back.read(`slip ${time}`, { via: 'B' }))) === 'here').length
console.log(`${arrived} of ${times.length} arrived`)
value('arrived', arrived)
