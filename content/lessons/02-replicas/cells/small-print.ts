import { plan, ring, run, value } from 'engine'
import { line } from './lines'

// 1. "If one dies, the others have it." A confirms alone, and burns.
const lost = plan(ring())
  .at(0)
  .cut('A', ['B', 'C'])
  .at(500)
  .write('table 3', 'no nuts', { via: 'A', level: 'ONE' })
  .at(1000)
  .crash('A', 'wipe')
  .at(2000)
  .restart('A')
  .mend()
  .at(9000)
  .read('table 3', { via: 'B', level: 'ALL' })
const [confirmed, later] = run(lost).history
console.log('1.', confirmed?.output, 'and later', later?.output)
value(
  'lost',
  (later?.output as { value: string | null }).value ?? 'no slip',
)

// 2. "The nearest is faster." B is 80 ms from the others.
const links = [...line('A', 'B', 80), ...line('B', 'C', 80)]
const kitchens = plan(ring(), { net: { latency: [2, 2], links } })
for (const level of ['ONE', 'QUORUM'] as const) {
  const asked = kitchens.at(0).read('table 3', { via: 'B', level })
  const [read] = run(asked).history
  const ms = (read?.return ?? 0) - (read?.call ?? 0)
  console.log(`2. ${level}: ${ms} ms`)
  value(level, ms)
}

// Write with QUORUM in 1. What does the waiter hear then?
