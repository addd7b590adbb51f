import { assistant, plan, run, value, type Run } from 'engine'

const planFor = (settings: object) =>
  plan(assistant({ usagePerMessage: 0, ...settings }), { until: 12_000 })
    .at(1000)
    .ask('say', { id: 'row 3', table: 3, text: 'no nuts' }, { via: 'api' })
    .at(5000)
    .ask('ask', { table: 3 }, { via: 'api' })
const dish = (made: Run) =>
  (made.history.find((one) => one.do === 'ask')?.output as { answer: string }).answer

// The API dies once the row is stored and before it's in the log, and comes back.
const made = run(planFor({}).at(1052).crash('api').at(2000).restart('api'))
const stored = [...made.final.get('A')!.disk.contents.documents].length
const announced = [...(made.final.get('log')!.disk.partitions[0] ?? [])].length
console.log(stored, announced, dish(made))
value(
  'what',
  stored === 1 && announced === 0 && dish(made) === 'walnut cake' ? 'stored-unheard' : 'otherwise',
)
