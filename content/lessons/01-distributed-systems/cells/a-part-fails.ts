import { plan, ring, run, value } from 'engine'

/** 30 tables, no copies: each table's slip is in one kitchen. B crashes. */
function evening(nodes: string[]) {
  let orders = plan(ring({ nodes, replicas: 1 }))
    .at(500)
    .crash('B')
  for (let n = 1; n <= 30; n++) {
    const via = nodes[0]
    orders = orders.at(3000 + n).write(`table ${n}`, 'soup', { via })
  }
  const { history } = run(orders)
  return history.filter(
    ({ output }) => JSON.stringify(output) === '{"ok":true}',
  ).length
}

const one = evening(['B'])
const three = evening(['A', 'B', 'C'])
console.log(`one computer, crashed: ${one} of 30 orders taken`)
console.log(`three, one crashed:    ${three} of 30`)
value('one', one)
value('three', three)

// With ten kitchens, how many orders does one crash cost?
