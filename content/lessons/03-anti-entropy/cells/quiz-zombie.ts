import { answer, plan, ring, run, value } from 'engine'

// An order that was cancelled comes back. What happened when? The run's own marks tell.
const hour = 3_600_000
const day = 24 * hour
const scenario = plan(ring())
  .at(9 * hour)
  .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
  .at(10 * hour)
  .crash('B')
  .at(day)
  .delete('table 3', { via: 'A', level: 'QUORUM' })
  .at(2 * day)
  .restart('B')
  .at(13 * day)
  .repair('A')
  .at(14 * day)
  .read('table 3', { via: 'A' })
const played = run(scenario, { record: 'trace' })
const { trace } = played
const mark = (text: string) => trace.findIndex((event) => event.type === 'mark' && event.text === text)
const steps: Record<string, number> = {
  down: trace.findIndex((event) => event.type === 'fault' && event.node === 'B'),
  deleted: mark('tombstone written'),
  back: trace.findIndex((event) => event.type === 'fault' && event.at === 2 * day),
  purged: mark('tombstone purged'),
  copied: mark('partition streamed'),
}
const inOrder = Object.keys(steps).sort((one, other) => steps[one]! - steps[other]!)
for (const step of inOrder) console.log(`day ${((trace[steps[step]!]?.at ?? 0) / day).toFixed(1)}: ${step}`)
console.log('On day 14:', answer(played, 'read 1'))
value('order', inOrder.join(' '))
value('cooked', answer(played, 'read 1'))
