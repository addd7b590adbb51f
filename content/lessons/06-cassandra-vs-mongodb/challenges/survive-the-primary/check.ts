import { checkOf, durable, plan, replicaSet, type Challenge, type WriteConcern } from 'engine'

interface Answer {
  readonly writeConcern: { readonly w: number | string; readonly j?: boolean }
}

const nodes = ['A', 'B', 'C']
/** Longer than an election takes, so that a write which waits for one has had its chance. */
const patienceMs = 25_000

/** Writes around the moment at which A goes, then one while A is away, and A comes back. */
function planFor({ writeConcern }: Answer, seed: number) {
  const goesAt = 3000 + ((seed * 211) % 400)
  const set = replicaSet({ nodes, primary: 'A', writeConcern: writeConcern as WriteConcern })
  let scenario = plan(set, { seed, until: 60_000, net: { latency: [5, 40] } })
  for (let order = 0; order < 4; order++)
    scenario = scenario
      .at(goesAt - 60 + order * 40 - ((seed * 17) % 30))
      .ask('write', { key: `table ${order}`, value: `order ${order}` }, { via: 'A', by: 'waiter' })
  scenario = scenario.at(goesAt)
  scenario = seed % 2 === 0 ? scenario.cut('A', ['B', 'C']) : scenario.crash('A')
  scenario = scenario
    .at(20_000)
    .ask('write', { key: 'table 9', value: 'late order' }, { by: 'cook' })
    .at(45_000)
  return seed % 2 === 0 ? scenario.mend() : scenario.restart('A')
}

const answered = checkOf('acknowledged with one member down', 'none', ({ history, plan: { until } }) => {
  const late = history.filter(({ call }) => call >= 15_000 && call + patienceMs < until)
  const failed = late.find(({ output }) => (output as { ok?: boolean } | undefined)?.ok !== true)
  if (late.length === 0) return { result: 'vacuous', why: 'Nobody wrote while A was away.', at: [] }
  return failed === undefined
    ? { result: 'holds', why: 'Two members acknowledge.', at: [] }
    : {
        result: 'broken',
        why: `The write at ${failed.call / 1000} s wasn’t acknowledged while A was away.`,
        at: [],
      }
})

export const asked: Challenge<Answer> = {
  needs: { writeConcern: 'object' },
  scenario: planFor,
  checks: [durable, answered],
  seeds: 40,
  fair: false,
}
