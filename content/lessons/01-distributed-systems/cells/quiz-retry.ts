import { plan, ring, run, value } from 'engine'

// The answer to an order gets lost, and the waiter tries again with the same key. What happens when?
const scenario = plan(ring({ clientTimeoutMs: 2000 }), { clients: ['waiter'] })
  .at(0)
  .drop('A>waiter write reply#1')
  .write('order 7f3a', 'cake', { via: 'A', by: 'waiter' })
  .at(3000)
  .write('order 7f3a', 'cake', { via: 'A', by: 'waiter' })
const { trace } = run(scenario, { record: 'trace' })
const moments: Record<string, number> = {
  asked: trace.findIndex((event) => event.type === 'send' && event.message === 'waiter>A write#1'),
  stored: trace.findIndex((event) => event.type === 'receive' && event.message === 'A>A mutate#1'),
  lost: trace.findIndex((event) => event.type === 'lost' && event.message === 'A>waiter write reply#1'),
  retried: trace.findIndex((event) => event.type === 'send' && event.message === 'waiter>A write#2'),
  told: trace.findIndex((event) => event.type === 'receive' && event.message === 'A>waiter write reply#2'),
}
const inOrder = Object.keys(moments).sort((one, other) => moments[one]! - moments[other]!)
for (const step of inOrder) console.log(`${trace[moments[step]!]?.at} ms: ${step}`)
value('order', inOrder.join(' '))
