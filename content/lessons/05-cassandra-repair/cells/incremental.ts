import { answer, plan, ring, run, value } from 'engine'

// Five rows on every node. B is a seed, so that it may start again
// after it has lost its disk.
const keys = [1, 2, 3, 4, 5].map((row) => `table ${row}`)
let orders = plan(
  ring({ hints: false, readRepair: 'NONE', seeds: ['B'] }),
).at(0)
for (const key of keys)
  orders = orders.write(key, 'an order', { via: 'A', level: 'ALL' })

interface Tally {
  readBytes: number
  needed: number
}
type Asked = { incremental?: true; validate?: true }
const minute = 60_000
const rows: object[] = []
/** A repairs at this minute: what's read, what B needed, and has. */
function repair(name: string, at: number, args: Asked): void {
  orders = orders.at(at * minute).repair('A', { ...args })
  const { output } = run(orders).history.at(-1) ?? {}
  const { value: tally } = output as unknown as { value: Tally }
  const seen = orders
    .at((at + 1) * minute)
    .read('table 3', { via: 'B', level: 'ONE' })
  const atB = answer(run(seen))
  rows.push({ repair: name, read: tally.readBytes, 'row 3 at B': atB })
  value(`${name} read`, tally.readBytes)
  value(`${name} at B`, atB)
}

repair('incremental', 5, { incremental: true })
repair('incremental again', 10, { incremental: true })
orders = orders.at(15 * minute).crash('B', 'wipe')
orders = orders.at(16 * minute).restart('B')
repair('B lost its disk', 20, { incremental: true })
repair('full', 25, {})
console.table(rows)

// Add `validate: true` to the third repair and print its whole answer:
// it compares what's marked. Then write a row before each repair.
