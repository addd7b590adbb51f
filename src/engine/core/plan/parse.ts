import type { Fault, Op, Plan } from '../types.ts'
import { PlanError } from './shape.ts'
import type { Problem } from '../types/problem.ts'
import { limits, ms, op, fault, planShape } from './plan-shape.ts'
import { type Asks, anyAsks, crossChecks, UsedNames } from './used-names.ts'

/** Everything that is wrong with what should be a plan: nothing for a good one. */
export function problemsOf(value: unknown, asks: Asks = anyAsks): readonly Problem[] {
  const problems: Problem[] = []
  const plan = planShape(value, 'plan', problems)
  return problems.length > 0 ? problems : crossChecks(plan, asks)
}

/**
 * The plan in a value that came from a file or a link.
 * @throws PlanError that lists all that is wrong: where, expected, received
 */
export function parsePlan(value: unknown, asks: Asks = anyAsks): Plan {
  const problems: Problem[] = []
  const plan = planShape(value, 'plan', problems)
  const all = problems.length > 0 ? problems : crossChecks(plan, asks)
  if (all.length > 0) throw new PlanError(all)
  return plan
}

/**
 * The plan with one operation or fault more. The plan was parsed before, so that the new entry alone is looked at: a plan
 * of hundreds of entries is built word by word.
 * @throws PlanError that lists all that is wrong with the entry
 */
export function withEntry(plan: Plan, kind: 'ops' | 'faults', entry: unknown, asks: Asks): Plan {
  const problems: Problem[] = []
  const where = `plan.${kind}[${plan[kind].length}]`
  ms(plan.until, 'plan.until', problems)
  if (plan[kind].length >= limits.entries) {
    const received = `${limits.entries + 1}`
    problems.push({ where: `plan.${kind}`, expected: `a list of 0 to ${limits.entries} entries`, received })
  }
  const parsed = kind === 'ops' ? op(entry, where, problems) : fault(entry, where, problems)
  if (problems.length === 0) {
    const check = new UsedNames(plan, asks, problems)
    check.once([...plan.ops, ...plan.faults, parsed], 'plan.ops and plan.faults')
    if (kind === 'ops') check.op(parsed as Op, where)
    else check.fault(parsed as Fault, where)
  }
  if (problems.length > 0) throw new PlanError(problems)
  return { ...plan, [kind]: [...plan[kind], parsed] }
}
