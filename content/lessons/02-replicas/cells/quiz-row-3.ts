import { plan, ring, run, value } from 'engine'

// The story's row 3, and who holds it when B answers.
const evening = plan(ring({ hints: false, readRepair: 'NONE' }), { net: { latency: [20, 20] } })
  .at(2000)
  .cut('B', ['A', 'C'])
  .at(3000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .read('table 3', { via: 'B', level: 'ONE' })
const night = run(evening, { record: 'trace' })
const [written, asked] = night.history
const confirmed = (written?.output as { ok?: boolean }).ok === true
const answer = (asked?.output as { value: string | null }).value
const reached = night.trace.some(
  (event) => event.type === 'receive' && event.node === 'B' && event.name === 'mutate',
)
console.log({ confirmed, answer, reached })
value('cook', answer === null ? 'no-slip' : answer === 'no nuts' ? 'no-nuts' : 'refused')
value('why', confirmed && answer === null && !reached ? 'apart' : 'other')
