import { answer, plan, ring, run, value } from 'engine'

/** Places 20 orders at B, one a second. B crashes after the fourth. */
function ordersAtB(nodes: string[], copies: number) {
  const driver = { clientTimeoutMs: 2_000, clientRetries: 1 }
  const system = ring({ nodes, replicas: copies, ...driver })
  let orders = plan(system).at(4500).crash('B')
  for (let n = 1; n <= 20; n++) {
    const asking = { via: 'B', level: 'QUORUM' } as const
    orders = orders.at(n * 1000).write(`table ${n}`, 'soup', asking)
  }
  const played = run(orders)
  const late = played.history.filter(({ call }) => call > 4500)
  const answered = late.filter(
    ({ id }) => answer(played, id) === 'acknowledged',
  )
  const waits = answered.map(
    (order) => (order.return ?? 0) - order.call,
  )
  return {
    nodes: nodes.join(' '),
    copies,
    'orders after the crash': late.length,
    answered: answered.length,
    'longest wait (ms)': Math.max(0, ...waits),
  }
}

const oneNode = ordersAtB(['B'], 1)
const noCopies = ordersAtB(['A', 'B', 'C'], 1)
const threeCopies = ordersAtB(['A', 'B', 'C'], 3)
console.table([oneNode, noCopies, threeCopies])

// #value
value('asked', oneNode['orders after the crash'])
value('one', oneNode.answered)
value('apart', noCopies.answered)
value('copied', threeCopies.answered)
value('wait', threeCopies['longest wait (ms)'] / 1000)
// #end

// Let the waiter ask A instead of B. Who notices the crash now?
