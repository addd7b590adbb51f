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

const made = run(planFor({}).at(100).crash('log'))
console.log(dish(made), acknowledged(made))
value('what', !acknowledged(made) ? 'refused' : dish(made) === 'walnut cake' ? 'forgotten' : 'unnoticed')
