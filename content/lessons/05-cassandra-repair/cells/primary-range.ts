import { plan, ring, run, value } from 'engine'

// C is cut off while twelve rows are written. Then nodes repair with
// -pr: each only the range that it is the first replica of.
const keys = Array.from({ length: 12 }, (_, row) => `table ${row + 1}`)
export const rows = keys.length

/** How many of the rows C itself holds after repair -pr on these. */
export function afterRepairsOn(nodes: string[]): number {
  let orders = plan(ring({ hints: false, readRepair: 'NONE' }))
    .at(0)
    .cut('C', ['A', 'B'])
    .at(1000)
  for (const key of keys)
    orders = orders.write(key, 'an order', {
      via: 'A',
      level: 'QUORUM',
    })
  orders = orders.at(3000).mend('C', ['A', 'B'])
  nodes.forEach((node, index) => {
    orders = orders
      .at(10_000 * (index + 1))
      .ask('repair', { ranges: 'primary' }, { via: node })
  })
  orders = orders.at(60_000)
  for (const key of keys) orders = orders.read(key, { via: 'C' })
  const answers = run(orders).history.slice(-rows)
  return answers.filter(
    ({ output }) => (output as { value: unknown }).value !== null,
  ).length
}

console.table([
  { 'repair -pr on': 'A', 'rows at C': afterRepairsOn(['A']) },
  {
    'repair -pr on': 'A and B',
    'rows at C': afterRepairsOn(['A', 'B']),
  },
  {
    'repair -pr on': 'all',
    'rows at C': afterRepairsOn(['A', 'B', 'C']),
  },
])
value('all', afterRepairsOn(['A', 'B', 'C']))

// Leave C out and write more rows. Is the share that C gets the same?
