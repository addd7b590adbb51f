import { plan, ring, run, value } from 'engine'

const hour = 3600 * 1000
const keys = ['table 1', 'table 2', 'table 3', 'table 4']
const nodes = ['A', 'B', 'C']
const start = plan(ring({ hints: false, readRepair: 'NONE' })).at(0)
type Night = typeof start

/** One kitchen takes slips, and tells the others. */
const take = (night: Night, via = 'A', some = keys) =>
  some.reduce((so, key) => so.write(key, 'a slip', { via }), night)
const lose = (night: Night, node: string) =>
  night.at(hour).crash(node, 'wipe').restart(node)

/** Of twelve copies, four a kitchen: how many are missing? */
function missing(night: Night) {
  let asked = night.at(5 * hour)
  for (const via of nodes)
    for (const key of keys)
      asked = asked.read(key, { via, level: 'ONE' })
  const answers = run(asked).history.slice(-12)
  return answers.filter(
    ({ output }) => !JSON.stringify(output).includes('slip'),
  ).length
}

const away = start.crash('B').at(2000)
const cut = start.cut('B', ['A', 'C']).at(1000)
const parted = take(cut, 'A', keys.slice(0, 2))
const troubles = {
  'server was offline': take(away).at(hour).restart('B'),
  'network failure': take(parted, 'B', keys.slice(2)).at(hour).mend(),
  'missed update': take(start.drop('A>B mutate#3')),
  'one disk lost': lose(take(start), 'B'),
  'all disks lost': nodes.reduce(lose, take(start)),
}
const rows = Object.entries(troubles).map(([trouble, night]) => {
  const before = missing(night)
  const after = missing(night.at(3 * hour).repair('A'))
  value(`${trouble}, before`, before)
  value(`${trouble}, after`, after)
  return { trouble, 'missing before': before, 'after repair': after }
})
console.table(rows)

// Mend the network after the repair instead: .at(4 * hour).mend()
