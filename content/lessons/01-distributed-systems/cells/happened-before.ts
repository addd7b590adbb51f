import { plan, ring, run } from 'engine'

const clients = [{ id: 'Ann' }, { id: 'Ben' }]
const writes = plan(ring({ nodes: ['A', 'B', 'C'] }), { clients })
  .at(1000)
  .named('Ann’s write')
  .write('table 3', 'walnut cake', { via: 'A', by: 'Ann' })
  .at(1001)
  .named('Ben’s write')
  .write('table 3', 'no nuts', { via: 'B', by: 'Ben' })
  .at(3000)
  .named('Ben’s read')
  .read('table 3', { via: 'B', by: 'Ben', level: 'ALL' })
const { trace } = run(writes, { record: 'trace' })

/** Goes back from the later one's end: to its cause, or to what
 * happened at that node before it. */
function happenedBefore(first: string, then: string): boolean {
  const find = (op: string, type: string) =>
    trace.findIndex(
      (one) => one.type === type && 'op' in one && one.op === op,
    )
  const from = find(first, 'call')
  const todo = [find(then, 'return')]
  for (const index of todo) {
    const event = trace[index]
    const earlier = trace.slice(0, index).reverse()
    const home = earlier.find(({ node }) => node === event?.node)?.index
    for (const next of [event?.cause ?? -1, home ?? -1])
      if (next >= 0 && !todo.includes(next)) todo.push(next)
  }
  return todo.includes(from)
}

for (const [one, other] of [
  ['Ann’s write', 'Ben’s write'],
  ['Ben’s write', 'Ann’s write'],
  ['Ben’s write', 'Ben’s read'],
  ['Ann’s write', 'Ben’s read'],
] as const)
  console.log(`${one} → ${other}:`, happenedBefore(one, other))

// Let Ben write at 1200. Does Ann’s write come before his now?
