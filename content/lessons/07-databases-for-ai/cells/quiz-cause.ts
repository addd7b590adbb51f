import { assistant, plan, run, value, type Run } from 'engine'

const planFor = (settings: object) =>
  plan(assistant({ usagePerMessage: 0, ...settings }), { until: 12_000 })
    .at(1000)
    .ask('say', { id: 'row 3', table: 3, text: 'no nuts' }, { via: 'api' })
    .at(5000)
    .ask('ask', { table: 3 }, { via: 'api' })
const dish = (made: Run) =>
  (made.history.find((one) => one.do === 'ask')?.output as { answer: string }).answer

// Reading from the primary doesn't help, nor do more lists; comparing every vector does.
const late = { filter: 'after', ef: 5 }
const helps = (settings: object) => dish(run(planFor({ ...late, ...settings }))) === 'lemon pie'
const seen = [helps({ readFrom: 'primary' }), helps({ probes: 8 }), helps({ search: 'scan' })]
console.log(...seen)
value('cause', seen.join() === 'false,false,true' ? 'filter' : 'unclear')
