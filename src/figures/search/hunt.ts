import { checkNamed, run, searchSteps, shrinkSteps } from '#engine'
import type { Check, Found, Plan, Run } from '#engine'
import { attacksOf } from './attacks.ts'
import { struckBetween } from './entries.ts'
import type { HuntCount, HuntOutcome, HuntRequest, HuntProgress } from './protocol.ts'

/**
 * Attacks with seed 1, 2, 3 ... and makes the first plan that breaks the check as small as it gets. One run a step, so
 * that its caller can stop between any two.
 * @throws PlanError, RangeError for a request that names what isn't there
 */
export function* huntSteps(request: HuntRequest): Generator<HuntProgress, HuntOutcome, undefined> {
  const tally = { asked: 0, unanswered: 0 }
  const check = checkNamed(request.check)
  const attack = attacksOf(request)
  const counted = counting(check, tally)
  let broken: readonly number[] = []
  let first: Found | undefined
  let tried = 0
  const count = (): HuntCount => ({ type: 'tried', tried, broken, ...tally })
  while (tried < request.seeds) {
    const from = tried
    const steps = searchSteps((seed) => attack(from + seed), counted, { seeds: request.seeds - from })
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) {
      tried = from + step.value.tried
      yield count()
    }
    if (step.value === undefined) break
    tried++
    broken = [...broken, tried]
    yield count()
    first ??= { ...step.value, check }
    if (request.all !== true) break
  }
  if (first === undefined) return { ok: true, count: count() }
  const seed = broken[0] as number
  yield { type: 'found', plan: first.plan, seed }
  const smallest = yield* strike(first)
  const last = run({ system: first.system, plan: smallest }, { record: check.needs })
  const { history } = last
  return {
    ok: true,
    count: count(),
    found: { seed, before: first.plan, smallest, history, why: check(last).why },
  }
}

/** Makes a finding smaller, and tells only of the attempts that succeeded. */
function* strike(found: Found): Generator<HuntProgress, Plan, undefined> {
  const steps = shrinkSteps(found)
  let { plan } = found
  let runs = 0
  for (let step = steps.next(); ; step = steps.next()) {
    const next = step.value.plan
    if (step.done !== true) runs = step.value.runs
    if (next !== plan) {
      yield { type: 'shrank', plan: next, struck: struckBetween(plan, next), runs }
      plan = next
    }
    if (step.done === true) return plan
  }
}

/** The same check, which also counts what the clients of each run were and weren't answered. */
function counting(check: Check, tally: { asked: number; unanswered: number }): Check {
  const judge = (run: Run) => {
    for (const { output, ...operation } of run.history) {
      tally.asked++
      const refused = typeof output === 'object' && output !== null && 'error' in output
      if (refused || operation.return === null) tally.unanswered++
    }
    return check(run)
  }
  Object.defineProperty(judge, 'name', { value: check.name })
  return Object.assign(judge, { needs: check.needs }) as Check
}
