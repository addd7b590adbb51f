import { plan, ring, run, value } from 'engine'

// B is cut off from A and C. A reader asks B, at two levels.
const cut = plan(ring({ hints: false }))
  .at(0)
  .write('table 3', 'soup', { via: 'A', level: 'ALL' })
  .at(1000)
  .cut('B', ['A', 'C'])
  .at(3000)
  .write('table 3', 'soup, no nuts', { via: 'A', level: 'QUORUM' })
const ask = (level: 'ONE' | 'QUORUM') =>
  run(cut.at(5000).read('table 3', { via: 'B', level })).history.at(-1)?.output as {
    value?: string
    error?: string
  }
const [one, quorum] = [ask('ONE'), ask('QUORUM')]
console.log(one, quorum)
value('what', one.value === 'soup' && quorum.error === 'unavailable' ? 'old-or-none' : 'other')
