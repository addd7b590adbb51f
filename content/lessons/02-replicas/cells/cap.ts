import { plan, ring, run, value } from 'engine'

// B is cut off, and is asked at two levels.
const cut = plan(ring({ hints: false }), { seed: 1 })
  .at(0)
  .write('table 3', 'soup', { via: 'A', level: 'ALL' })
  .at(1000)
  .cut('B', ['A', 'C'])
  .at(3000)
  .write('table 3', 'soup, no nuts', { via: 'A', level: 'QUORUM' })

for (const level of ['ONE', 'QUORUM'] as const) {
  const asked = cut.at(5000).read('table 3', { via: 'B', level })
  const answer = run(asked).history.at(-1)
  console.log(level.padEnd(6), answer?.output)
  value(level, JSON.stringify(answer?.output))
}

// Mend the line at 4,500. Does B answer both now, and alike?
