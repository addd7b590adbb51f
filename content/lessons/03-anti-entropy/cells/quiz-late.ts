import { answer, plan, ring, run, value } from 'engine'

// gc grace is 7 days. Ordered on day 0, B down, cancelled on day 3 at noon, B back on day 5. Which evening is too late?
const hour = 3_600_000
const day = 24 * hour
const isCooked = (repairDay: number) => {
  const party = plan(ring({ gcGraceSeconds: 7 * 86_400 }))
    .at(9 * hour)
    .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
    .at(10 * hour)
    .crash('B')
    .at(3 * day + 12 * hour)
    .delete('table 3', { via: 'A', level: 'QUORUM' })
    .at(5 * day)
    .restart('B')
    .at(repairDay * day + 20 * hour)
    .repair('A')
    .at(20 * day)
    .read('table 3', { via: 'A', level: 'ONE' })
  return answer(run(party)) === 'walnut cake'
}
const days = Array.from({ length: 20 }, (_, repairDay) => repairDay)
const first = days.find(isCooked) ?? -1
console.log(`from day ${first} on`)
value('first', first)
