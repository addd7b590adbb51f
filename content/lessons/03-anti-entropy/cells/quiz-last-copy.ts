import { answer, plan, ring, run, value } from 'engine'

// Ten rows, three nodes. The tenth row reached A alone; then A loses its disk. A repair runs. How many copies are missing?
// A is a seed: without its disk it starts empty, where another node would refuse to start.
const names = Array.from({ length: 10 }, (_, place) => `table ${place + 1}`)
let written = plan(ring({ hints: false, readRepair: 'NONE', seeds: ['A'] })).at(0)
for (const name of names.slice(0, 9)) written = written.write(name, 'a slip', { via: 'A', level: 'ALL' })
const lost = written
  .at(5000)
  .cut('A', ['B', 'C'])
  .at(6000)
  .write('table 10', 'a slip', { via: 'A', level: 'ONE' })
  .at(20_000)
  .crash('A', 'wipe')
  .at(21_000)
  .restart('A')
  .mend('A', ['B', 'C'])
const missing = (after: typeof lost) =>
  ['A', 'B', 'C']
    .flatMap((via) => names.map((name) => answer(run(after.at(200_000).read(name, { via })))))
    .filter((text) => text === 'nothing').length
const [before, after] = [missing(lost), missing(lost.at(60_000).repair('B'))]
console.log(`missing: ${before} before the repair, ${after} after it`)
value('before', before)
value('after', after)
