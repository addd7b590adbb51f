import { plan, run, value, vectors } from 'engine'

const { history } = run(
  plan(vectors({ indexMs: 5000 }), { until: 30_000 })
    .at(0)
    .ask('write', { key: 'old menu', text: 'walnut cake' })
    .at(10_000)
    .ask('delete', { key: 'old menu' })
    .at(11_000)
    .ask('read', { key: 'old menu' })
    .at(11_000)
    .ask('search', { text: 'cake' })
    .at(20_000)
    .ask('search', { text: 'cake' }),
)
const found = (at: number) => (history[at]!.output as { found: unknown[] }).found.length
const gone = (history[2]!.output as { value: unknown }).value === null
console.log(gone, found(3), found(4))
value('what', gone && found(3) === 1 && found(4) === 0 ? 'still-found' : 'gone')
