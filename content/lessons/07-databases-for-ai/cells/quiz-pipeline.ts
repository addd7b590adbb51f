import { assistant, plan, run, value } from 'engine'

// "Row 3: no nuts" goes through the assistant's boxes. What happens when?
const scenario = plan(assistant({ usagePerMessage: 0 }), { until: 12_000 })
  .at(1000)
  .ask('say', { id: 'row 3', table: 3, text: 'no nuts' }, { via: 'api' })
const { trace } = run(scenario, { record: 'trace' })
const first = (type: string, message: RegExp) =>
  trace.findIndex(
    (event) => event.at >= 1000 && event.type === type && 'message' in event && message.test(event.message),
  )
const steps: Record<string, number> = {
  stored: trace.findIndex((event) => event.type === 'mark' && event.text === 'write acknowledged'),
  logged: first('receive', /^api>log append/),
  embedded: first('send', /^embedder>index write/),
  indexed: trace.findIndex((event) => event.type === 'mark' && event.text === 'indexed'),
  committed: first('receive', /^embedder>log commit#/),
}
const inOrder = Object.keys(steps).sort((one, other) => steps[one]! - steps[other]!)
for (const step of inOrder) console.log(`${trace[steps[step]!]?.at} ms: ${step}`)
value('order', inOrder.join(' '))
value('found', ((trace[steps['indexed']!]?.at ?? 0) - (trace[steps['stored']!]?.at ?? 0)).toFixed(0))
