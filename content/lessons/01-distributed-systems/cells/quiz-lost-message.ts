import { answer, plan, ring, run, value } from 'engine'

// One order at ONE. Each of its messages gets lost once: after which loss is the order stored and the waiter without an answer?
const order = plan(ring({ clientTimeoutMs: 2000, hints: false }), {
  clients: ['waiter'],
  net: { latency: [20, 20] },
})
  .at(100)
  .write('table 3', 'no nuts', { via: 'A', level: 'ONE', by: 'waiter' })
const messages = run(order, { record: 'trace' }).trace.flatMap((event) =>
  event.type === 'send' && !event.message.startsWith('A>A') && !/oracle/.test(event.name)
    ? [event.message]
    : [],
)
const isUnknown = (message: string) => {
  const lost = run(order.at(0).drop(message).at(6000).read('table 3', { via: 'A' }))
  console.log(`${message} lost: ${answer(lost, 'write 1')}, and A has ${answer(lost, 'read 1')}`)
  return answer(lost, 'write 1') === 'timed out' && answer(lost, 'read 1') === 'no nuts'
}
value('message', messages.filter(isUnknown).join(' and '))
value('plan', JSON.stringify(order.plan))
