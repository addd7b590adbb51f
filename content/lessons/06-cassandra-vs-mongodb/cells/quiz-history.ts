import { plan, ring, run, value } from 'engine'

// Two writes and two reads of one key at QUORUM, while the messages take their time.
const scenario = plan(ring({ speculativeRetryMs: 0 }), {
  clients: ['waiter', 'chef', 'cook'],
  net: { latency: [40, 40] },
})
  .at(0)
  .hold('A>B mutate#1', 300)
  .hold('A>C mutate#1', 300)
  .at(100)
  .write('table 3', 'tea', { via: 'A', level: 'QUORUM', by: 'waiter' })
  .at(150)
  .read('table 3', { via: 'B', level: 'QUORUM', by: 'cook' })
  .at(200)
  .write('table 3', 'cake', { via: 'C', level: 'QUORUM', by: 'chef' })
  .at(1000)
  .read('table 3', { via: 'B', level: 'QUORUM', by: 'cook' })

type Output = { readonly value?: string | null } | undefined
const history = run(scenario).history.map(({ id, client, do: what, input, output, call, return: end }) => ({
  ...{ id, client, kind: what, call, end: end ?? 0 },
  value: ((what === 'write' ? input : output) as Output)?.value ?? null,
}))
console.table(history)
/** Whether an order of the operations explains every read, and respects which had ended before which began. */
function explains(left: typeof history, now: string | null): boolean {
  return (
    left.length === 0 ||
    left.some((one) => {
      const rest = left.filter((other) => other !== one)
      if (rest.some(({ end }) => end < one.call) || (one.kind === 'read' && one.value !== now)) return false
      return explains(rest, one.kind === 'write' ? one.value : now)
    })
  )
}
value('points', explains(history, null) ? 'some' : 'none')
value('history', JSON.stringify(history))
