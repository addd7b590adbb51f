import { checkOf, durable, type Challenge, type Run, type Scenario, type System } from 'engine'

interface Answer {
  readonly scenario: Scenario<System>
}

/** The answer's own plan under another seed, with time enough at its end for a rollback. */
function played({ scenario }: Answer, seed: number): Scenario<System> {
  const { system, plan } = scenario
  if (plan?.system !== 'replica-set' || plan.nodes.length !== 3)
    throw new TypeError(
      'scenario has to be plan(replicaSet({ nodes: ["A", "B", "C"] })) with entries of yours',
    )
  return { system, plan: { ...plan, seed, until: plan.until + 20_000 } }
}

const lost = checkOf('the write is lost', 'none', (run) => {
  const writes = run.history.filter((one) => one.do === 'write')
  const [first] = writes
  if (first === undefined) return { result: 'broken', why: 'The plan writes nothing.', at: [] }
  const other = writes.find(
    ({ input }) => (input as { writeConcern?: { w?: unknown } }).writeConcern?.w !== 1,
  )
  if (other !== undefined)
    return { result: 'broken', why: 'A write of the plan doesn’t ask for writeConcern: { w: 1 }.', at: [] }
  if (!writes.some(({ output }) => (output as { ok?: boolean } | undefined)?.ok === true))
    return { result: 'broken', why: 'No write was acknowledged, so none could be lost.', at: [] }
  const { result, why } = durable(run)
  return result === 'broken'
    ? { result: 'holds', why, at: [] }
    : { result: 'broken', why: 'Every acknowledged write is still there at the end.', at: [] }
})

export const asked: Challenge<Answer> = {
  needs: { scenario: 'object' },
  scenario: played,
  checks: [lost],
  seeds: 20,
  shrinks: false,
  fair: false,
  cost: { unit: 'entries', of: ({ plan }: Run) => plan.ops.length + plan.faults.length, most: 2 },
}
