import type { Plan } from '../core/types.ts'
import { breaks, drain, type Found } from './search.ts'
import { simpler } from './simpler.ts'

/** How far a shrinking has come: the entries (operations and faults) that are left, and the runs that it took. */
export interface ShrinkProgress {
  readonly entries: number
  readonly runs: number
  /** The smallest plan so far that still breaks. */
  readonly plan: Plan
}

/**
 * The smallest plan near this one that still breaks the check: no single operation or fault of it can be taken away,
 * and no value of it made plainer by the rules of `simpler`, without the check ceasing to be broken.
 */
export function shrink<S extends Found>(found: S): S {
  return drain(shrinkSteps(found))
}

/** {@link shrink} one run at a time, so that a page can show how the plan melts and stop it. */
export function* shrinkSteps<S extends Found>(found: S): Generator<ShrinkProgress, S, undefined> {
  let plan = found.plan
  let runs = 0
  const stillBroken = (candidate: Plan) => {
    runs++
    return breaks({ system: found.system, plan: candidate }, found.check, found.options)
  }
  for (;;) {
    const before = plan
    for (const candidates of [fewerEntries, simpler]) {
      const attempt = candidates(plan)
      for (let step = attempt.next(); step.done !== true;) {
        const works = stillBroken(step.value)
        if (works) plan = step.value
        yield { entries: entryCount(plan), runs, plan }
        step = attempt.next(works)
      }
    }
    // What became simpler may have made another entry superfluous, so repeat until a whole round changes nothing.
    if (plan === before) return { ...found, plan }
  }
}

/** How many operations and faults a plan has. */
export function entryCount(plan: Plan): number {
  return plan.ops.length + plan.faults.length
}

/**
 * Plans with fewer entries: first without one half, then without a quarter ... and at last without each single one,
 * for as long as that helps (after Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002).
 * It is told of each candidate whether it still breaks.
 */
function* fewerEntries(plan: Plan): Generator<Plan, void, boolean | undefined> {
  let size = Math.floor(entryCount(plan) / 2)
  while (size >= 1) {
    let helped = false
    // From the end: later entries more often depend on earlier ones than the other way.
    for (let from = entryCount(plan) - size; from > -size; from -= size) {
      const candidate = without(plan, Math.max(0, from), Math.max(0, from) + size)
      if (entryCount(candidate) === entryCount(plan)) continue
      if ((yield candidate) === true) {
        plan = candidate
        helped = true
      }
    }
    if (!helped || size > 1) size = size === 1 ? 0 : Math.floor(size / 2)
  }
}

/** The plan without entries `from` to `to` (not included), counted in order of time. */
function without(plan: Plan, from: number, to: number): Plan {
  const inOrder = [...plan.ops, ...plan.faults].sort((one, other) => one.at - other.at)
  const gone = new Set(inOrder.slice(from, to))
  return {
    ...plan,
    ops: plan.ops.filter((entry) => !gone.has(entry)),
    faults: plan.faults.filter((entry) => !gone.has(entry)),
  }
}
