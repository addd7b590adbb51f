import { answer, plan, ring, run, value } from 'engine'

// The story's row 3, and which replicas have it when B answers.
const scenario = plan(ring({ hints: false, readRepair: 'NONE' }), { net: { latency: [20, 20] } })
  .at(2000)
  .cut('B', ['A', 'C'])
  .at(3000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .read('table 3', { via: 'B', level: 'ONE' })
const played = run(scenario, { record: 'trace' })
const [write, read] = [answer(played, 'write 1'), answer(played, 'read 1')]
const reachedB = played.trace.some(
  (event) => event.type === 'receive' && event.node === 'B' && event.name === 'mutate',
)
console.log({ write, read, reachedB })
value('cook', read === 'nothing' ? 'no-slip' : read === 'no nuts' ? 'no-nuts' : 'refused')
value('why', write === 'acknowledged' && read === 'nothing' && !reachedB ? 'apart' : 'other')
