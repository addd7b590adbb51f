import { plan, ring, run, value } from 'engine'

// W = R = 2, without read repair. A has the write; its messages to B and C are a second late. Two reads come in between.
const scenario = plan(ring({ readRepair: 'NONE', speculativeRetryMs: 0 }), {
  clients: ['waiter', 'cook', 'chef'],
  net: { latency: [10, 10] },
})
  .at(0)
  .hold('A>B mutate#1', 1000)
  .hold('A>C mutate#1', 1000)
  .at(100)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM', by: 'waiter' })
  .at(200)
  .read('table 3', { via: 'A', level: 'QUORUM', by: 'cook' })
  .at(400)
  .read('table 3', { via: 'B', level: 'QUORUM', by: 'chef' })

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
