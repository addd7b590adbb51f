import { answer, plan, ring, run, value } from 'engine'

// Marked by an incremental repair, then lost on B (a seed, so that it may start again); then incremental again.
const minute = 60_000
const orders = plan(ring({ hints: false, readRepair: 'NONE', seeds: ['B'] }))
  .at(0)
  .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
  .at(5 * minute)
  .repair('A', { incremental: true })
  .at(10 * minute)
  .crash('B', 'wipe')
  .at(11 * minute)
  .restart('B')
  .at(15 * minute)
  .repair('A', { incremental: true })
  .at(20 * minute)
  .read('table 3', { via: 'B', level: 'ONE' })
const result = run(orders)
const [repaired] = result.history.slice(-2)
const failed = 'error' in (repaired?.output as object)
const held = answer(result)
console.log(`the repair ${failed ? 'failed' : 'finished'}; B has ${held}`)
value('what', failed ? 'error' : held === 'nothing' ? 'unnoticed' : 'filled')
