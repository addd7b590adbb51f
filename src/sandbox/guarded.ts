import { PlanError } from '#engine/core/plan/shape.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run as engineRun } from '#engine/core/run.ts'
import { search as engineSearch, type Found } from '#engine/search/search.ts'
import { shrink as engineShrink } from '#engine/search/shrink.ts'
import type { Check, Run, RunOptions, Scenario, System } from '#engine/core/types.ts'
import { describe } from './describe.ts'
import { drawRun, rememberRun } from './draw-run.ts'
import { inline } from './format.ts'
import { addDrawer } from './pictures.ts'
import { whileRunning } from './running.ts'
import { reportError } from './sink.ts'

/**
 * Runs a scenario. The program's state and messages are frozen, so that a change in place is an error at its line;
 * until the run is over, clocks, dice and timers of the browser are closed. What a program does wrong is shown below
 * the cell and ends the run with 'error'.
 */
export function run(scenario: Scenario<System>, options: RunOptions = {}): Run {
  if (!isScenario(scenario))
    throw new TypeError(
      'run takes what plan(...) makes, such as run(plan(ring()).at(10).write("key", 1)). It got something else.',
    )
  const result = whileRunning(() => engineRun(scenario, { freeze: true, ...options }))
  if (result.error !== undefined) reportError(result.error)
  return rememberRun(result, scenario)
}

function isScenario(value: unknown): value is Scenario<System> {
  const { system, plan } = (value ?? {}) as Partial<Scenario<System>>
  return typeof system?.program === 'function' && Array.isArray(plan?.nodes)
}

/** A run or a scenario is drawn: it runs once more, with all that a picture needs. */
addDrawer((shown) =>
  drawRun(shown, {
    run: (scenario, budget) =>
      whileRunning(() => engineRun(scenario, { freeze: true, record: 'states', budget })),
    named(plan) {
      try {
        return scenarioOf(plan)
      } catch (error) {
        if (error instanceof PlanError) return undefined
        throw error
      }
    },
  }),
)

/** The engine's search, with the browser's clocks, dice and timers closed while it runs. */
export function search(
  weather: (seed: number) => Scenario<System>,
  check: Check,
  options: { readonly seeds: number },
): Found | undefined {
  const { seeds } = options ?? {}
  if (!Number.isInteger(seeds) || seeds < 1)
    throw new RangeError(
      `search takes { seeds: 1000 }, a whole number from 1; it got ${inline(describe(seeds))}`,
    )
  return whileRunning(() => engineSearch(weather, check, options))
}

/** The engine's shrink, closed in the same way. */
export function shrink<S extends Found>(found: S): S {
  return whileRunning(() => engineShrink(found))
}
