import { answer, plan, ring, run, value } from 'engine'

// B missed "no nuts" and is back. Hints are off. Three reads near B.
const scenario = plan(ring({ hints: false, speculativeRetryMs: 0 }), { net: { latency: [20, 20] } })
  .at(0)
  .cut('B', ['A', 'C'])
  .at(1000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(2000)
  .mend()
  .at(3000)
  .read('table 3', { via: 'B', level: 'ONE' })
  .at(4000)
  .read('table 3', { via: 'B', level: 'QUORUM' })
  .at(5000)
  .read('table 3', { via: 'B', level: 'ONE' })
const played = run(scenario, { record: 'states' })
const answers = ['read 1', 'read 2', 'read 3'].map((read) => answer(played, read))
console.log(answers)
value('answers', answers.join(' | '))
value('plan', JSON.stringify(scenario.plan))

// The first message whose arrival let B return "no nuts" with certainty: the reply that carried the row.
const carried = played.trace.find(
  (event) =>
    event.type === 'receive' &&
    event.node === 'B' &&
    /^[AC]>B/.test(event.message) &&
    JSON.stringify(event.args).includes('no nuts'),
)
value('carried', carried?.type === 'receive' ? carried.message : 'none')
