import { plan, ring, run, value } from 'engine'

// B was silent for six hours; row 3 was written in the sixth. Which of these brings it to B?
const hour = 3_600_000
const night = plan(ring())
  .at(0)
  .crash('B')
  .at(5.5 * hour)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(6 * hour)
  .restart('B')
  .at(6.1 * hour)
const ways = {
  quorum: night.read('table 3', { via: 'B', level: 'QUORUM' }),
  one: night.read('table 3', { via: 'B', level: 'ONE' }),
  repair: night.repair('A'),
  waiting: night,
}
const has = (so: typeof night) => {
  const { output } = run(so.at(8 * hour).read('table 3', { via: 'B', level: 'ONE' })).history.at(-1) ?? {}
  return (output as { value: string | null }).value === 'no nuts'
}
const helped = Object.entries(ways).filter(([, so]) => has(so))
console.log(`B has row 3 after: ${helped.map(([way]) => way).join(', ')}`)
value('helped', helped.map(([way]) => way).join(' '))
