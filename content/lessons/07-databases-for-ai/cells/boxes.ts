import { assistant, plan, run, value } from 'engine'

// Twelve nodes in eight boxes, one plan: four guests say something.
const says = ['more bread', 'a bottle of water', 'no nuts', 'salt']
let scenario = plan(assistant(), { until: 20_000 })
for (const [at, text] of says.entries()) {
  const row = { id: `row ${at + 1}`, table: at + 1, text }
  scenario = scenario
    .at(1000 * row.table)
    .ask('say', row, { via: 'api' })
}
const { final } = run(scenario)

// What each box holds in the end.
const count = (things: Iterable<unknown>) => [...things].length
const held = (node: string) => final.get(node)!.disk
const boxes = [
  { box: 'chat', holds: count(held('A').contents.documents) },
  { box: 'usage, each node', holds: count(held('D').memtable) },
  { box: 'log', holds: count(held('log').partitions[0]) },
  { box: 'index, old rows too', holds: count(held('index').rows) },
  { box: 'object store', holds: count(held('objects').objects) },
]
console.table(boxes)
// #value
value('events', boxes[1]!.holds)
// #end

// Write assistant({ usagePerMessage: 5 }). Which line changes?
