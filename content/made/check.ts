import { checkNamed, checkOf, type Challenge, type Fault, type Op, type Scenario, type System } from 'engine'
import { goal } from './goal'

interface Answer {
  readonly scenario: Scenario<System>
}

/** The answer's plan, first as it is and then under other seeds. */
function played({ scenario }: Answer, seed: number): Scenario<System> {
  const { system, plan } = scenario
  if (plan?.system !== goal.plan.system)
    throw new TypeError(
      `scenario has to be a plan of "${goal.plan.system}", as in the code that you began with`,
    )
  return { system, plan: seed === 1 ? plan : { ...plan, seed } }
}

const name = goal.says === 'holds' ? goal.check : `${goal.check} has to be broken`

const wanted = checkOf(name, checkNamed(goal.check).needs, (run) => {
  const { result, why, at } = checkNamed(goal.check)(run)
  if (result !== 'holds' && result !== 'broken') return { result, why, at }
  return { result: result === goal.says ? 'holds' : 'broken', why, at }
})

const keyOf = (op: Op) => (op.args as { readonly key?: string } | null)?.key

const hasOp = (ops: readonly Op[], own: Op) =>
  ops.some((op) => op.do === own.do && op.at === own.at && keyOf(op) === keyOf(own))

/** A fault without its name, which a learner may change. */
const fateOf = (fault: Fault) => JSON.stringify({ ...fault, id: '' })

const kept = checkOf('nothing was taken away', 'none', ({ plan }) => {
  if (!goal.keeps) return { result: 'vacuous', why: 'Anything may change.', at: [] }
  const op = goal.plan.ops.find((own) => !hasOp(plan.ops, own))
  const fault = goal.plan.faults.find((own) => !plan.faults.some((other) => fateOf(other) === fateOf(own)))
  const gone = op ?? fault
  return gone === undefined
    ? { result: 'vacuous', why: 'Everything is still there.', at: [] }
    : {
        result: 'broken',
        why: `The plan’s own entry “${gone.id}” (${gone.do} at ${gone.at} ms) has to stay as it was.`,
        at: [],
      }
})

export const asked: Challenge<Answer> = {
  needs: { scenario: 'object' },
  scenario: played,
  checks: [kept, wanted],
  seeds: 100,
  // A plan that a reader made may take many steps.
  budget: 100_000,
  fair: false,
}
