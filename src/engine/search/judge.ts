import { checkOf, broken, holds } from '../checks/check.ts'
import { run } from '../core/run.ts'
import type { Check, Run, RunOptions, Scenario, System, Verdict } from '../core/types.ts'
import { drain, type Found, type SearchProgress } from './search.ts'
import { entryCount, shrinkSteps } from './shrink.ts'

/**
 * What is asked of a learner's answer: the scenario that each seed makes with the answer in it, and what has to hold in
 * its run. An answer is whatever its file exports: functions, a program, options, levels, a plan.
 */
export interface Challenge<Answer> {
  /** What has to be exported, and what it has to be: `{ merge: 'function' }`. */
  readonly needs: { readonly [Name in keyof Answer]?: 'function' | 'object' | 'string' | 'number' }
  scenario(answer: Answer, seed: number): Scenario<System>
  /** What each run has to show, in this order: the first that is broken is told. */
  readonly checks: readonly Check[] | ((answer: Answer) => readonly Check[])
  /** How many seeds are tried, 1, 2, 3 ... */
  readonly seeds: number
  /** In how many of the plans something has to be tested, as a share of all; a quarter when left out. */
  readonly tested?: number
  readonly cost?: Cost
  /** False where the answer is a plan itself: it's shown as it is. */
  readonly shrinks?: boolean
  /**
   * False where the answer is in the plan, as levels are. Otherwise the smallest plan is one that the reference stands: a
   * plan that ends too early for anyone would show nothing.
   */
  readonly fair?: boolean
  /** The most steps of one run; 20,000 when left out. */
  readonly budget?: number
}

/** What a right answer may cost, measured against the reference on the same plans. */
export interface Cost {
  /** What is counted: 'bytes', 'comparisons'. */
  readonly unit: string
  of(run: Run): number
  /** How many times as much as the reference an answer may need, over all plans together. */
  readonly most: number
}

/** Both costs, over all plans together. */
export interface Spent {
  readonly unit: string
  readonly yours: number
  readonly reference: number
  /** How many times as much was allowed; nothing where nothing was asked of the cost. */
  readonly most?: number
}

/** What is measured where a challenge asks nothing of the cost: an answer may be dear, and its author hears of it. */
const usualCost: Pick<Cost, 'unit' | 'of'> = { unit: 'messages', of: ({ counters }) => counters.messages }

/** What became of an answer. */
export type Judgement =
  | {
      readonly result: 'right'
      /** How many plans it stood, and in how many of them there was something to test. */
      readonly plans: number
      readonly tested: number
      readonly cost?: Spent
      /** Steps of all runs. */
      readonly steps: number
    }
  | {
      /** `dear`: it holds, and costs too much. */
      readonly result: 'broken' | 'dear'
      readonly check: string
      readonly why: string
      /** The plan that broke it is the so-manieth that was tried. */
      readonly tried: number
      /** How many entries that plan had, and how many are left in the smallest. */
      readonly before: number
      readonly entries: number
      readonly found: Found
      readonly verdict: Verdict
      readonly cost?: Spent
      readonly steps: number
    }
  /** Too little happened in the runs to tell: an answer that refuses everything breaks nothing. */
  | { readonly result: 'untested'; readonly why: string; readonly tested: number; readonly plans: number }
  /** Something is missing of what has to be exported. */
  | { readonly result: 'unfit'; readonly why: string }

/**
 * Judges an answer by what it does: runs it in the plans of all seeds and gives the smallest plan that breaks it, or how
 * many it stood and what it cost beside the reference. The same answer always gets the same judgement.
 */
export function judge<Answer extends object>(
  challenge: Challenge<Answer>,
  answer: Answer,
  reference: Answer,
): Judgement {
  return drain(judgeSteps(challenge, answer, reference))
}

/** {@link judge} one plan at a time, so that a page can show how far it is. */
export function* judgeSteps<Answer extends object>(
  challenge: Challenge<Answer>,
  answer: Answer,
  reference: Answer,
): Generator<SearchProgress, Judgement, undefined> {
  const unfit = missingIn(challenge, answer)
  if (unfit !== undefined) return { result: 'unfit', why: unfit }
  const { scenario, seeds, cost, tested: needed = 0.25, budget = 20_000 } = challenge
  const checks = typeof challenge.checks === 'function' ? challenge.checks(answer) : challenge.checks
  const check = allOf(checks)
  // What a reader made has no reference to be measured beside.
  const isReferred = missingIn(challenge, reference) === undefined && typeof reference === 'object'
  const measured = cost ?? (isReferred ? usualCost : undefined)
  const options = { budget, freeze: true }
  const spent = { yours: 0, reference: 0 }
  let tested = 0
  let steps = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const asked = scenario(answer, seed)
    const done = run(asked, { ...options, record: check.needs })
    steps += done.counters.events
    const { result } = check(done)
    if (result === 'broken') {
      const found: Found = { ...asked, check: check.of(check(done).check), options }
      const fair = challenge.fair === false ? found : standing(found, scenario(reference, seed).system)
      return { result: 'broken', ...smallest(fair, challenge), tried: seed, steps }
    }
    if (result === 'holds') tested++
    yield { tried: seed }
    if (measured === undefined) continue
    spent.yours += measured.of(done)
    spent.reference += costOf(measured, scenario(reference, seed), options)
  }
  const sum =
    measured === undefined
      ? {}
      : { cost: { unit: measured.unit, ...(cost && { most: cost.most }), ...spent } }
  if (cost !== undefined && spent.yours > cost.most * spent.reference) {
    const { seed, found } = dearest(challenge, cost, answer, reference, options)
    return { result: 'dear', ...smallest(found, challenge), ...sum, tried: seed, steps }
  }
  if (tested < needed * seeds)
    return { result: 'untested', why: untested(checks, tested, seeds), tested, plans: seeds }
  return { result: 'right', plans: seeds, tested, ...sum, steps }
}

/** The smallest plan near this one, and what is wrong in its run. */
function smallest(found: Found, { shrinks = true }: { readonly shrinks?: boolean }) {
  const small = shrinks ? shrunk(found) : found
  const verdict = found.check(run(small, { ...found.options, record: 'trace' }))
  const { check, why } = verdict
  return {
    check,
    why,
    before: entryCount(found.plan),
    entries: entryCount(small.plan),
    found: small,
    verdict,
  }
}

/** What all runs of one shrinking may take together: a long plan is made smaller for as long as a reader waits. */
const mostShrinkSteps = 2_000_000

/** The smallest plan near this one, or the smallest that was found in that many steps. */
function shrunk(found: Found): Found {
  const { counters } = run(found, { ...found.options, record: 'none' })
  const mostRuns = Math.max(20, mostShrinkSteps / Math.max(1, counters.events))
  const steps = shrinkSteps(found)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (step.value.runs >= mostRuns) return { ...found, plan: step.value.plan }
  }
}

/** The same, but broken only in plans that another system stands. */
function standing(found: Found, reference: System): Found {
  const { check, options } = found
  const fair = (done: Run): Verdict => {
    const verdict = check(done)
    if (verdict.result !== 'broken') return verdict
    const other = check(run({ system: reference, plan: done.plan }, { ...options, record: check.needs }))
    return other.result === 'broken' ? { ...verdict, result: 'unknown' } : verdict
  }
  return { ...found, check: checkFrom(check.name, check.needs, fair) }
}

/** Several checks as one, and as one that is broken by that one alone. */
interface Joined extends Check {
  of(name: string): Check
}

function checkFrom(name: string, needs: Check['needs'], check: (done: Run) => Verdict): Check {
  return Object.defineProperties(check, {
    name: { value: name },
    needs: { value: needs },
  }) as unknown as Check
}

/** All checks as one: what breaks first is told, and it holds only where one of them does. A program that fails breaks it. */
function allOf(checks: readonly Check[]): Joined {
  const needs = checks.some((one) => one.needs === 'states')
    ? 'states'
    : checks.some((one) => one.needs === 'trace')
      ? 'trace'
      : 'none'
  const all = (done: Run): Verdict => {
    const failed = failure(done)
    if (failed !== undefined) return failed
    const verdicts = checks.map((check) => check(done))
    return (
      verdicts.find(({ result }) => result === 'broken') ??
      verdicts.find(({ result }) => result === 'holds') ??
      verdicts[0]!
    )
  }
  const of = (name: string) =>
    checkFrom(name, needs, (done) => {
      const verdict = all(done)
      return verdict.result === 'broken' && verdict.check !== name
        ? { ...verdict, result: 'unknown' }
        : verdict
    })
  return Object.assign(checkFrom('all', needs, all), { of })
}

function failure({ ended, error, trace, counters }: Run): Verdict | undefined {
  const at = trace.slice(-1).map(({ index }) => index)
  if (ended === 'error')
    return { check: 'runs', ...broken(`The program failed: ${error?.message ?? 'no message'}`, at) }
  if (ended !== 'budget') return undefined
  const why = `The run doesn’t come to rest: it was stopped after ${counters.events} steps.`
  return { check: 'comes to rest', ...broken(why, at) }
}

function costOf(cost: Pick<Cost, 'of'>, scenario: Scenario<System>, options: RunOptions): number {
  return cost.of(run(scenario, options))
}

/** The plan in which an answer costs most beside the reference, as something that can be made small. */
function dearest<Answer>(
  { scenario, seeds }: Challenge<Answer>,
  cost: Cost,
  answer: Answer,
  reference: Answer,
  options: RunOptions,
): { readonly seed: number; readonly found: Found } {
  const ratio = (seed: number) =>
    costOf(cost, scenario(answer, seed), options) /
    Math.max(1, costOf(cost, scenario(reference, seed), options))
  let [seed, worst] = [1, 0]
  for (let other = 1; other <= seeds; other++) {
    const one = ratio(other)
    if (one > worst) [seed, worst] = [other, one]
  }
  const { system, plan } = scenario(answer, seed)
  const referred = scenario(reference, seed).system
  const check = checkOf('cost', 'none', (done) => {
    const yours = cost.of(done)
    const theirs = costOf(cost, { system: referred, plan: done.plan }, options)
    const why = `It needs ${yours} ${cost.unit}, and the reference ${theirs}.`
    return yours > cost.most * Math.max(1, theirs) ? broken(why, []) : holds(why)
  })
  return { seed, found: { system, plan, check, options } }
}

function missingIn<Answer extends object>({ needs }: Challenge<Answer>, answer: Answer): string | undefined {
  for (const [name, kind] of Object.entries(needs)) {
    const is = (answer as { readonly [name: string]: unknown })[name]
    if (is === undefined) return `Export ${name}: it has to be ${article(kind as string)}, as in the starter.`
    if (typeof is !== kind || is === null)
      return `${name} has to be ${article(kind as string)}; it is ${is === null ? 'null' : article(typeof is)}.`
  }
  return undefined
}

function article(kind: string): string {
  return kind === 'object' ? 'an object' : `a ${kind}`
}

function untested(checks: readonly Check[], tested: number, seeds: number): string {
  const names = checks.map(({ name }) => `“${name}”`).join(', ')
  return `Only ${tested} of ${seeds} plans gave ${names} anything to test, so this proves nothing. Does your code refuse requests that it should answer?`
}
