import { assistant, plan, run, value, type Run } from 'engine'

const planFor = (settings: object) =>
  plan(assistant({ usagePerMessage: 0, ...settings }), { until: 12_000 })
    .at(1000)
    .ask('say', { id: 'row 3', table: 3, text: 'no nuts' }, { via: 'api' })
    .at(5000)
    .ask('ask', { table: 3 }, { via: 'api' })
const dish = (made: Run) =>
  (made.history.find((one) => one.do === 'ask')?.output as { answer: string }).answer
const acknowledged = (made: Run) => made.history.find((one) => one.do === 'say')?.return !== null

const made = run(planFor({ embedMs: 6000 }))
const allUp = [...made.final.values()].every(({ up }) => up)
console.log(dish(made), acknowledged(made), allUp)
value('answer', dish(made) === 'walnut cake' && acknowledged(made) && allUp ? 'nothing-failed' : 'cannot')
value('dish', dish(made))
