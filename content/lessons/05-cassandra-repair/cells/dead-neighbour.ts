import { plan, ring, run, value } from 'engine'

// Five nodes, three replicas. B missed ten rows, and D is down.
const five = ring({
  nodes: ['A', 'B', 'C', 'D', 'E'],
  hints: false,
  readRepair: 'NONE',
})
let orders = plan(five).at(0).cut('B', ['A', 'C', 'D', 'E']).at(1000)
for (let row = 1; row <= 10; row++)
  orders = orders.write(`table ${row}`, 'an order', {
    via: 'A',
    level: 'QUORUM',
  })
orders = orders.at(3000).mend('B', ['A', 'C', 'D', 'E'])

const repair = (before: typeof orders, wait: number) =>
  run(before.at(wait).repair('B')).history.at(-1)?.output

const whole = repair(orders, 10_000)
const dead = repair(orders.at(5000).crash('D'), 60_000)
console.log('everybody up:', whole)
console.log('D down:', dead)
value('refused', 'error' in (dead as object) ? 'refused' : 'done')

// Restart D before the repair. Then let D die two milliseconds after
// the repair has begun.
