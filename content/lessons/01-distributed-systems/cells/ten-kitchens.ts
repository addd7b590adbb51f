import { plan, ring, run, value } from 'engine'

// #setup
/**
 * Plays 100 orders within a second, and gives the time in seconds at
 * which the last one is served. Each order costs a kitchen three times
 * 20 ms: it's received, stored and acknowledged.
 */
function secondsFor(kitchens: number, copies: number, tables = 100) {
  const names = [...'ABCDEFGHIJ'].slice(0, kitchens)
  const nodes = names.map((id) => ({ id, serviceMs: 20 }))
  const timeouts = { writeTimeoutMs: 60_000, clientTimeoutMs: 60_000 }
  let orders = plan(ring({ nodes, replicas: copies, ...timeouts }))
  for (let n = 0; n < 100; n++) {
    orders = orders.at(n * 10).write(`table ${n % tables}`, 'soup', {
      via: names[n % kitchens],
      level: 'ALL',
    })
  }
  const { history } = run(orders)
  return Math.max(...history.map((order) => order.return ?? 0)) / 1000
}
// #end

const oneKitchen = secondsFor(1, 1)
const tenKitchens = secondsFor(10, 1)
console.log(`One kitchen: everybody is served after ${oneKitchen} s.`)
console.log(`Ten kitchens: after ${tenKitchens} s.`)

// #value
value('one', oneKitchen)
value('ten', tenKitchens)
// All 100 orders are for one table.
value('oneTable', secondsFor(10, 1, 1))
// #end

// Try five kitchens. Then try ten with three copies: secondsFor(10, 3).
