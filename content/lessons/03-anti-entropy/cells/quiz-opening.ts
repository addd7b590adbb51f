import { answer, plan, ring, run, value } from 'engine'

// B is down for six hours. Table 2 is written in the second hour, table 3 in the fourth. What has B an hour after its restart?
const hour = 3_600_000
const outage = plan(ring())
  .at(0)
  .crash('B')
  .at(1.5 * hour)
  .write('table 2', 'stew', { via: 'A', level: 'QUORUM' })
  .at(3.5 * hour)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(6 * hour)
  .restart('B')
  .at(7 * hour)
const onB = (key: string) => answer(run(outage.read(key, { via: 'B', level: 'ONE' })))
const [early, late] = [onB('table 2'), onB('table 3')]
console.log(`second hour: ${early}; fourth hour: ${late}`)
value('early', early)
value('late', late)
value('came', early === 'nothing' ? 'neither' : late === 'nothing' ? 'early' : 'both')
value('window', ring().options.hintWindowMs / hour)
