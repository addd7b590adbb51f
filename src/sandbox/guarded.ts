import { scenarioOf } from '#engine/core/registry.ts'
import { onlyKnown, PlanError, shown } from '#engine/core/plan/shape.ts'
import { run as engineRun } from '#engine/core/run.ts'
import { searchSteps, type Found } from '#engine/search/search.ts'
import { shrinkSteps } from '#engine/search/shrink.ts'
import type { Check, Run, RunOptions, Scenario, System } from '#engine/core/types.ts'
import { drawRun, type Redraw, rememberRun } from './draw-run.ts'
import { addDrawer } from './pictures.ts'
import { toldByStep } from './progress.ts'
import { needScenario, needSeeds, whileFollowed, whileRunning } from './running.ts'
import { emit, reportError } from './sink.ts'

/**
 * Runs a scenario. The program's state and messages are frozen, so that a change in place is an error at its line;
 * until the run is over, clocks, dice and timers of the browser are closed. What a program does wrong is shown below
 * the cell and ends the run with 'error'.
 */
export function run(scenario: Scenario<System>, options: RunOptions = {}): Run {
  needScenario(scenario)
  onlyKnown('run', options, ['record', 'budget', 'freeze'])
  needRecord(options)
  const [result, number] = whileFollowed(() => engineRun(scenario, { freeze: true, ...options }))
  if (result.error !== undefined) reportError(result.error)
  if (result.ended === 'budget' && options.budget === undefined)
    emit({ type: 'notice', text: endless(result.counters.events) })
  return rememberRun(result, scenario, number)
}

const endless = (steps: number) =>
  `This run was ended after ${steps - 1} steps. Does a program wait for 0 ms again and again?`

function needRecord({ record }: RunOptions): void {
  const known = ['none', 'trace', 'states']
  if (record === undefined || known.includes(record)) return
  const expected = `one of ${known.map((one) => JSON.stringify(one)).join(', ')}`
  throw new PlanError([{ where: 'run.record', expected, received: shown(record) }])
}

/** A run or a scenario is drawn: it runs once more, with all that a picture needs. */
const redraw: Redraw = {
  run: (scenario, budget) =>
    whileRunning(() => engineRun(scenario, { freeze: true, record: 'states', budget })),
  named: scenarioOf,
}

addDrawer((shown, other) => drawRun(shown, redraw, other))

/** The engine's search, with the browser's clocks, dice and timers closed while it runs; the page is told how far it is. */
export function search(
  weather: (seed: number) => Scenario<System>,
  check: Check,
  options: { readonly seeds: number },
): Found | undefined {
  onlyKnown('search', options, ['seeds'])
  needSeeds(options)
  needWeather(weather, check)
  return whileRunning(() =>
    toldByStep(searchSteps(weather, check, options), ({ tried }) => ({
      of: 'seeds',
      done: tried,
      all: options.seeds,
    })),
  )
}

/** The engine's shrink, closed in the same way. */
export function shrink<S extends Found>(found: S): S {
  needFound(found)
  return whileRunning(() =>
    toldByStep(shrinkSteps(found), ({ entries }) => ({ of: 'entries', done: entries })),
  )
}

function needWeather(weather: unknown, check: unknown): void {
  const isCheck = (given: unknown) => typeof given === 'function' && 'needs' in given
  if (typeof weather === 'function' && !isCheck(weather) && typeof check === 'function') return
  throw new TypeError('search takes the scenario of a seed, then a check.')
}

function needFound(found: unknown): void {
  if (typeof (found as Partial<Found> | undefined)?.check === 'function') return
  throw new TypeError(`shrink takes what search found; it got ${shown(found)}.`)
}
