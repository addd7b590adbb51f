import { assistant, plan, run } from 'engine'

// Table 3 says "no nuts", and some milliseconds later a waiter asks.
function dish(embedMs: number, wait: number) {
  const asked = plan(assistant({ embedMs, usagePerMessage: 0 }))
    .at(500)
    .ask(
      'say',
      { id: 'row 3', table: 3, text: 'no nuts' },
      { via: 'api' },
    )
    .at(600 + wait)
    .ask('ask', { table: 3 }, { via: 'api' })
  const output = run(asked).history.at(-1)!.output
  return (output as { answer: string }).answer
}
const table = [50, 400, 2000].map((embedMs) => ({
  'embedding, ms': embedMs,
  '100 ms later': dish(embedMs, 100),
  '500 ms later': dish(embedMs, 500),
  '3 s later': dish(embedMs, 3000),
}))
console.table(table)

// How soon can the waiter ask if an embedding takes 1,000 ms?
