import { answer, plan, ring, run, value } from 'engine'

// B is cut off when "no nuts" is written. It's read three times while the cut lasts, and once after it.
const scenario = plan(ring({ hints: false, readRepair: 'NONE', speculativeRetryMs: 0 }), {
  net: { latency: [20, 20] },
})
  .at(1000)
  .cut('B', ['A', 'C'])
  .at(3000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .read('table 3', { via: 'B', level: 'ONE' })
  .at(4500)
  .read('table 3', { via: 'B', level: 'QUORUM' })
  .at(5000)
  .read('table 3', { via: 'C', level: 'ONE' })
  .at(6000)
  .mend()
  .at(8000)
  .read('table 3', { via: 'B', level: 'ONE' })
const played = run(scenario)
const answers = ['read 1', 'read 2', 'read 3', 'read 4'].map((read) => answer(played, read))
console.log(answers)
value('answers', answers.join(' | '))
value('plan', JSON.stringify(scenario.plan))
