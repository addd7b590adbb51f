import { plan, ring, run, value } from 'engine'

/** 100 orders within a second. Each message costs a kitchen 20 ms. */
function evening(kitchens: number, copies: number, tables: number) {
  const nodes = [...'ABCDEFGHIJ'].slice(0, kitchens)
  const system = ring({
    nodes: nodes.map((id) => ({ id, serviceMs: 20 })),
    replicas: copies,
    write: 'QUORUM',
    writeTimeoutMs: 60_000,
    clientTimeoutMs: 60_000,
  })
  let orders = plan(system)
  for (let n = 0; n < 100; n++) {
    const via = nodes[n % kitchens]
    orders = orders
      .at(n * 10)
      .write(`table ${n % tables}`, 'soup', { via })
  }
  const alone = plan(system)
    .at(0)
    .write('table 1', 'soup', { via: 'A' })
  return {
    kitchens,
    copies,
    tables,
    'all served after (ms)': lastAnswer(run(orders).history),
    'one order alone (ms)': lastAnswer(run(alone).history),
  }
}

const lastAnswer = (history: readonly { return: number | null }[]) =>
  Math.max(...history.map((order) => order.return ?? Infinity))

const rows = [
  evening(1, 1, 100), // one kitchen
  evening(10, 1, 100), // ten, a tenth of the tables each
  evening(10, 3, 100), // ten, three copies of each slip
  evening(10, 3, 1), // ten, and all orders for one table
]
console.table(rows)

const names = ['one', 'ten', 'copied', 'oneTable']
rows.forEach((row, n) => {
  value(`${names[n]}All`, row['all served after (ms)'] / 1000)
  value(`${names[n]}Alone`, row['one order alone (ms)'])
})

// Take five kitchens instead of ten. Twice the time? Then ten copies.
