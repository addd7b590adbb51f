import { answer, plan, ring, run, value } from 'engine'

// B is paused and suspected; a row is written at the others; B resumes and is asked for that row at once.
const scenario = plan(ring({ nodes: ['A', 'B', 'C'], membership: 'gossip' }), { until: 80_000 })
  .at(6000)
  .pause('B')
  .at(50_000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(60_000)
  .resume('B')
  .at(60_001)
  .read('table 3', { via: 'B', level: 'ONE' })
  .at(75_000)
  .read('table 3', { via: 'B', level: 'ONE' })
const played = run(scenario)
const atOnce = answer(played, 'read 1')
const later = answer(played, 'read 2')
console.log(`When it resumes, B says: ${atOnce}. 15 s later it says: ${later}.`)

// #value
value('says', atOnce === 'no nuts' ? 'slip' : atOnce === 'nothing' ? 'knows-nothing' : 'refuses')
value('later', later)
// #end
