import { plan, ring, run, value } from 'engine'

// 20,000 rows of 50 KB on five nodes, three replicas. While B was cut
// off, ten rows were written, of which B should store some.
const five = ring({
  nodes: ['A', 'B', 'C', 'D', 'E'],
  hints: false,
  readRepair: 'NONE',
  background: 20_000,
  backgroundBytes: 50_000,
  validationBytesPerMs: 67_109, // 64 MiB a second
  streamBytesPerMs: 25_166, // 24 MiB a second
})
const others = ['A', 'C', 'D', 'E']
let orders = plan(five, { until: 300_000 }).cut('B', others).at(1000)
for (let row = 1; row <= 10; row++)
  orders = orders.write(`table ${row}`, 'an order', {
    via: 'A',
    level: 'QUORUM',
  })
orders = orders.at(3000).mend('B', others).at(20_000).repair('B')

// Three sessions, one for each set of replicas that B is part of.
type Tally = { why?: string; ranges: number; needed: number }
function tallyOf(after: typeof orders): Tally {
  const { output } = run(after).history.at(-1) ?? {}
  const answer = output as unknown as { value?: Tally } & Tally
  return answer.value ?? answer
}
const whole = tallyOf(orders)
const dying = orders.at(25_000).crash('C')
const stopped = tallyOf(dying)
const again = tallyOf(
  dying.at(90_000).restart('C').at(150_000).repair('B'),
)
console.log('C stays up: B gets', whole.needed, 'rows')
console.log(`${stopped.why}: B gets`, stopped.needed)
console.log('C back, and again: B gets', again.needed)
// #value
value('whole', whole.needed)
value('stopped', stopped.needed)
value('again', again.needed)
// #end

// Let C die at 19_000, before the repair. Then at 22_000.
