import { answer, plan, ring, run, value } from 'engine'

// B was down for six hours; row 3 was written in the sixth. Which of these brings it to B?
const hour = 3_600_000
const restarted = plan(ring())
  .at(0)
  .crash('B')
  .at(5.5 * hour)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(6 * hour)
  .restart('B')
  .at(6.1 * hour)
const ways = {
  quorum: restarted.read('table 3', { via: 'B', level: 'QUORUM' }),
  one: restarted.read('table 3', { via: 'B', level: 'ONE' }),
  repair: restarted.repair('A'),
  waiting: restarted,
}
const hasRow = (after: typeof restarted) =>
  answer(run(after.at(8 * hour).read('table 3', { via: 'B', level: 'ONE' }))) === 'no nuts'
const helped = Object.entries(ways).filter(([, after]) => hasRow(after))
console.log(`B has row 3 after: ${helped.map(([way]) => way).join(', ')}`)
value('helped', helped.map(([way]) => way).join(' '))
