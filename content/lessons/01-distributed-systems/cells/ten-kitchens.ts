import { plan, ring, run, value } from 'engine'

/**
 * 100 orders within a second. Each costs a kitchen three times 20 ms:
 * it is taken, written down, and confirmed.
 */
function evening(kitchens: number, copies: number, tables = 100) {
  const names = [...'ABCDEFGHIJ'].slice(0, kitchens)
  const nodes = names.map((id) => ({ id, serviceMs: 20 }))
  const patience = { writeTimeoutMs: 60_000, clientTimeoutMs: 60_000 }
  let orders = plan(ring({ nodes, replicas: copies, ...patience }))
  for (let n = 0; n < 100; n++) {
    orders = orders.at(n * 10).write(`table ${n % tables}`, 'soup', {
      via: names[n % kitchens],
      level: 'ALL',
    })
  }
  const { history } = run(orders)
  return Math.max(...history.map((order) => order.return ?? 0)) / 1000
}

const [one, ten] = [evening(1, 1), evening(10, 1)]
console.log(`one kitchen: all served after ${one} s`)
console.log(`ten kitchens:                 ${ten} s`)
value('one', one)
value('ten', ten)
value('oneTable', evening(10, 1, 1)) // ... and all for one table

// Five kitchens: twice the time of ten? And ten with three copies?
