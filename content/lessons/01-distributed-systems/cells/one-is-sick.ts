import { plan, ring, run, value } from 'engine'

/** 20 orders, one each second. B has crashed after the fourth. */
function evening(nodes: string[], copies: number) {
  const system = ring({
    nodes,
    replicas: copies,
    write: 'QUORUM',
    clientTimeoutMs: 2_000,
    clientRetries: 1,
  })
  let orders = plan(system, { clients: [{ id: 'waiter', near: 'B' }] })
  for (let n = 1; n <= 20; n++) {
    orders = orders
      .at(n * 1000)
      .write(`table ${n}`, 'soup', { by: 'waiter' })
  }
  const { history } = run(orders.at(4500).crash('B'))
  const late = history.filter(({ call }) => call > 4500)
  const answered = late.filter(({ output }) => isDone(output))
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

const isDone = (output: unknown) =>
  output !== undefined && !JSON.stringify(output).includes('error')

const rows = [
  evening(['B'], 1), // one big kitchen
  evening(['A', 'B', 'C'], 1), // three, and no copies
  evening(['A', 'B', 'C'], 3), // three, each with every slip
]
console.table(rows)

const names = ['one', 'noCopies', 'copies']
rows.forEach((row, n) => {
  value(`${names[n]}Answered`, row.answered)
  value(`${names[n]}Wait`, row['longest wait (ms)'] / 1000)
})
value('asked', rows[0]?.['orders after the crash'] ?? 0)

// Let a waiter stand near A instead of B: who notices the crash now?
