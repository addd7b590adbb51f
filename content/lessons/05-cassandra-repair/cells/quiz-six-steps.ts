import { plan, ring, run, value } from 'engine'

// B missed row 3, and A repairs. Which messages carry what, and when?
const scenario = plan(ring({ hints: false, readRepair: 'NONE', background: 300 }), {
  net: { latency: [20, 20] },
})
  .at(0)
  .cut('B', ['A', 'C'])
  .at(1000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(3000)
  .mend('B', ['A', 'C'])
  .at(6000)
  .ask('repair', { depth: 6 }, { via: 'A' })
const { trace } = run(scenario, { record: 'trace' })
const first = (name: string, type = 'send') =>
  trace.findIndex(
    (event) => event.at >= 6000 && event.type === type && 'name' in event && event.name === name,
  )
const steps: Record<string, number> = {
  asked: first('validate'),
  trees: first('validate reply'),
  exchange: first('exchange'),
  stream: first('stream'),
  done: first('repair reply'),
}
const inOrder = Object.keys(steps).sort((one, other) => steps[one]! - steps[other]!)
for (const step of inOrder) console.log(`${(trace[steps[step]!]?.at ?? 0) - 6000} ms: ${step}`)
value('order', inOrder.join(' '))

// Of the messages between two nodes, which one is the heaviest?
const heaviest = trace.reduce<{ message: string; bytes: number }>(
  (most, event) =>
    event.type === 'send' && event.at >= 6000 && event.message.startsWith('B>A') && event.bytes > most.bytes
      ? { message: event.message, bytes: event.bytes }
      : most,
  { message: 'none', bytes: 0 },
)
console.log('heaviest from B to A:', heaviest)
value('heaviest', heaviest.message)
value('bytes', heaviest.bytes)
value('plan', JSON.stringify(scenario.plan))
