import { plan, ring, run, value } from 'engine'

// Ten slips, three kitchens. The tenth reached A alone; then A's disk is lost. A repair runs. How many copies are missing?
const names = Array.from({ length: 10 }, (_, place) => `table ${place + 1}`)
let night = plan(ring({ hints: false, readRepair: 'NONE' })).at(0)
for (const name of names.slice(0, 9)) night = night.write(name, 'a slip', { via: 'A', level: 'ALL' })
night = night
  .at(5000)
  .cut('A', ['B', 'C'])
  .at(6000)
  .write('table 10', 'a slip', { via: 'A', level: 'ONE' })
  .at(20_000)
  .crash('A', 'wipe')
  .at(21_000)
  .restart('A')
  .mend('A', ['B', 'C'])
const missing = (so: typeof night) => {
  let asked = so.at(200_000)
  for (const via of ['A', 'B', 'C']) for (const name of names) asked = asked.read(name, { via, level: 'ONE' })
  const answers = run(asked).history.slice(-30)
  return answers.filter(({ output }) => (output as { value: unknown }).value === null).length
}
const [before, after] = [missing(night), missing(night.at(60_000).repair('B'))]
console.log(`missing: ${before} before the repair, ${after} after it`)
value('before', before)
value('after', after)
