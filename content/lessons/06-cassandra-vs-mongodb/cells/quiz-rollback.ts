import { plan, replicaSet, run, value } from 'engine'

// A, cut off, takes a write at w: 1, and comes back to a set with another primary. What happened when?
const scenario = plan(replicaSet(), { until: 60_000 })
  .at(3000)
  .cut('A', ['B', 'C'])
  .at(4000)
  .write('table 3', 'no nuts', { via: 'A', level: 'ONE' })
  .at(20_000)
  .write('table 3', 'walnut cake', { via: 'B' })
  .at(30_000)
  .mend()
const { trace } = run(scenario, { record: 'trace' })
const note = (text: string, from: number) =>
  trace.findIndex((event) => event.type === 'note' && event.text === text && event.at > from)
const steps: Record<string, number> = {
  acknowledged: trace.findIndex((event) => event.type === 'return' && event.op === 'write 1'),
  elected: note('become primary', 4000),
  healed: trace.findIndex((event) => event.type === 'fault' && event.at === 30_000),
  'rolled-back': note('roll back', 30_000),
}
console.log([
  ...new Set(trace.flatMap((event) => (event.type === 'note' && event.at > 4000 ? [event.text] : []))),
])
const inOrder = Object.keys(steps).sort((one, other) => steps[one]! - steps[other]!)
for (const step of inOrder) console.log(`${trace[steps[step]!]?.at} ms: ${step}`)
value('order', inOrder.join(' '))
