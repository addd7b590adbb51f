import { run } from '../core/run.ts'
import type { Check, RunOptions, Scenario, System } from '../core/types.ts'

/** A scenario whose run a check calls broken. */
export interface Found extends Scenario<System> {
  readonly check: Check
  /** How it's run, where that isn't as usual: a learner's program gets a budget, and what it hands over is frozen. */
  readonly options?: Omit<RunOptions, 'record'>
}

/** How far a search has come: how many seeds were tried. */
export interface SearchProgress {
  readonly tried: number
}

/**
 * Tries seeds 1, 2, 3 ... and gives the first scenario whose run breaks the check, or undefined when none of them
 * does. It records no more than the check needs.
 */
export function search(
  weather: (seed: number) => Scenario<System>,
  check: Check,
  options: { readonly seeds: number },
): Found | undefined {
  return drain(searchSteps(weather, check, options))
}

/**
 * {@link search} one seed at a time, so that a page can show how it goes and stop it: each `next` is one run, and to
 * stop is to ask no more.
 */
export function* searchSteps(
  weather: (seed: number) => Scenario<System>,
  check: Check,
  options: { readonly seeds: number },
): Generator<SearchProgress, Found | undefined, undefined> {
  for (let seed = 1; seed <= options.seeds; seed++) {
    const scenario = weather(seed)
    if (breaks(scenario, check)) return { ...scenario, check }
    yield { tried: seed }
  }
  return undefined
}

/** Does the scenario's run break the check? 'unknown' and 'vacuous' aren't broken. */
export function breaks(scenario: Scenario<System>, check: Check, options: Found['options'] = {}): boolean {
  return check(run(scenario, { ...options, record: check.needs })).result === 'broken'
}

/** What a generator returns, at once. */
export function drain<Result>(steps: Generator<unknown, Result, undefined>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
