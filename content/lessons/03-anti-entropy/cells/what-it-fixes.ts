import { answer, plan, ring, run, value } from 'engine'

// #setup
const hour = 3600 * 1000
const keys = ['table 1', 'table 2', 'table 3', 'table 4']
const nodes = ['A', 'B', 'C']
// All are seeds: these start without a disk, where others refuse.
const start = plan(
  ring({ hints: false, readRepair: 'NONE', seeds: nodes }),
).at(0)
type Plan = typeof start

/** The client writes these keys through one node. */
const writeAll = (to: Plan, via = 'A', some = keys) =>
  some.reduce((so, key) => so.write(key, 'a slip', { via }), to)
const loseDisk = (of: Plan, node: string) =>
  of.at(hour).crash(node, 'wipe').restart(node)

/** Of twelve copies, four on each node: how many are missing? */
function missing(after: Plan) {
  const reads = nodes.flatMap((via) =>
    keys.map((key) => run(after.at(5 * hour).read(key, { via }))),
  )
  return reads.filter((one) => answer(one) !== 'a slip').length
}
// #end

const down = start.crash('B').at(2000)
const cut = start.cut('B', ['A', 'C']).at(1000)
const cutA = writeAll(cut, 'A', keys.slice(0, 2))
const faults = {
  'server was offline': writeAll(down).at(hour).restart('B'),
  'network failure': writeAll(cutA, 'B', keys.slice(2)).at(hour).mend(),
  // mutate#3 is the message that carries the third write to B.
  'missed update': writeAll(start.drop('A>B mutate#3')),
  'one disk lost': loseDisk(writeAll(start), 'B'),
  'all disks lost': nodes.reduce(loseDisk, writeAll(start)),
}
const rows = Object.entries(faults).map(([fault, damaged]) => {
  const before = missing(damaged)
  const after = missing(damaged.at(3 * hour).repair('A'))
  // #value
  value(`${fault}, before`, before)
  value(`${fault}, after`, after)
  // #end
  return { fault, 'missing before': before, 'after repair': after }
})
console.table(rows)

// Heal the network after the repair: .at(4 * hour).mend() instead.
