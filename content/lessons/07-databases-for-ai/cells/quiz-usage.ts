import { assistant, plan, run, value } from 'engine'

let scenario = plan(assistant({ usagePerMessage: 50 }), { until: 5000 })
for (const table of [1, 2, 3])
  scenario = scenario.at(500 * table).ask('say', { id: `row ${table}`, table, text: 'soup' }, { via: 'api' })
const { final } = run(scenario)
const held = ['D', 'E', 'F'].map((node) => [...final.get(node)!.disk.memtable].length)
console.log(held)
const copies = held.reduce((sum, one) => sum + one, 0)
value('copies', copies)
