import { plan, ring, run, value } from 'engine'

/** 20 orders at B, one each second. It crashes after the fourth. */
function evening(nodes: string[], copies: number) {
  const driver = { clientTimeoutMs: 2_000, clientRetries: 1 }
  const system = ring({ nodes, replicas: copies, ...driver })
  let orders = plan(system).at(4500).crash('B')
  for (let n = 1; n <= 20; n++) {
    const asking = { via: 'B', level: 'QUORUM' } as const
    orders = orders.at(n * 1000).write(`table ${n}`, 'soup', asking)
  }
  const late = run(orders).history.filter(({ call }) => call > 4500)
  const answered = late.filter(
    ({ output }) => JSON.stringify(output) === '{"ok":true}',
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

const one = evening(['B'], 1)
const apart = evening(['A', 'B', 'C'], 1)
const copied = evening(['A', 'B', 'C'], 3)
console.table([one, apart, copied])

value('asked', one['orders after the crash'])
value('one', one.answered)
value('apart', apart.answered)
value('copied', copied.answered)
value('wait', copied['longest wait (ms)'] / 1000)

// Let the waiter ask A instead of B: who notices the crash now?
