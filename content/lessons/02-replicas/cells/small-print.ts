import { answer, plan, ring, run, value } from 'engine'
import { line } from './lines'

// 1. A alone acknowledges a write, and then A's disk is lost.
const played = run(
  plan(ring())
    .at(0)
    .cut('A', ['B', 'C'])
    .at(500)
    .write('table 3', 'no nuts', { via: 'A', level: 'ONE' })
    .at(1000)
    .crash('A', 'wipe')
    .at(9000)
    .read('table 3', { via: 'B', level: 'QUORUM' }),
)
const lost = answer(played, 'read 1')
console.log(`1. The write is ${answer(played, 'write 1')}.`)
console.log(`   A later read returns: ${lost}.`)
value('lost', lost)

// 2. B is 80 ms from the others.
const links = [...line('A', 'B', 80), ...line('B', 'C', 80)]
const net = { latency: [2, 2] as const, links }
for (const level of ['ONE', 'QUORUM'] as const) {
  const scenario = plan(ring(), { net })
    .at(0)
    .read('table 3', { via: 'B', level })
  const [read] = run(scenario).history
  const ms = (read?.return ?? 0) - (read?.call ?? 0)
  console.log(`2. A read at ${level} takes ${ms} ms.`)
  value(level, ms)
}

// Write at QUORUM in 1. What does the client hear then?
