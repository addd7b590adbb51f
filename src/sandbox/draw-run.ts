import type { Plan, Run, Scenario, System } from '#engine/core/types.ts'
import type { Item, Json } from './items.ts'
import { limits } from './limits.ts'
import { recordingOf } from './recording-of.ts'

/** How a run is made once more for its picture, with the guards of the part of the engine that is there. */
export interface Redraw {
  /** Runs a scenario with all states kept, to a number of events. */
  run(scenario: Scenario<System>, budget: number): Run
  /** What the page will make of a plan: its scenario by the system's name. Throws a PlanError for what is no plan there. */
  named(plan: Plan): Scenario<System>
}

/** What the data of one picture of a learner's own run may hold, in characters of its JSON. */
const mostCharacters = 120_000

const scenarios = new WeakMap<Run, Scenario<System>>()

const numbers = new WeakMap<Run, number>()

const kept: Run[] = []

let keeps = false

let numbersShown = false

/**
 * Plans that are run in the stead of the cell's own, each by the place of its picture among those of programs of one's own:
 * how a figure in the page changes a run whose program is here alone.
 */
export type Replays = { readonly [place: number]: Plan }

let replays: Replays = {}

let place = 0

/** Events of the pictures so far, and what was drawn of a plan already: the page runs equal plans once. */
let spent = 0

let drawn = new Map<string, object>()

/** From now on these plans are run where the cell shows its own. */
export function replayPlans(plans: Replays): void {
  replays = plans
  place = 0
  spent = 0
  drawn = new Map()
}

/** From now on runs are kept for a judge, or pictures tell the number of their run. */
export function follow({ keepsRuns, numbersRuns }: { keepsRuns: boolean; numbersRuns: boolean }): void {
  keeps = keepsRuns
  numbersShown = numbersRuns
}

/** The runs that were kept, in their order. */
export function keptRuns(): readonly Run[] {
  return kept
}

/** Keeps what a run was made of, so that it can be shown: showing it runs it once more, with all states. */
export function rememberRun(run: Run, scenario: Scenario<System>, number?: number): Run {
  scenarios.set(run, scenario)
  if (number !== undefined) numbers.set(run, number)
  if (keeps && kept.length < limits.keptRuns) kept[kept.length] = run
  return run
}

/**
 * A run, or a scenario, as a picture. Of a registered system it's the plan, with the hash that its run has: the page runs
 * that plan itself, so it's run here first, by the same name and to the same limit. Of a learner's own program the page
 * gets a recording. Undefined for what is neither a run nor a scenario.
 */
export function drawRun(
  shown: unknown,
  redraw: Redraw,
  other?: unknown,
): Extract<Item, { type: 'picture' }> | undefined {
  const one = pictureOfRun(shown, redraw)
  if (one === undefined || other === undefined) return one
  const second = pictureOfRun(other, redraw)
  return second && { ...one, kind: 'two-runs', data: { one: one.data, other: second.data } }
}

function pictureOfRun(shown: unknown, redraw: Redraw): Extract<Item, { type: 'picture' }> | undefined {
  const scenario = isRun(shown) ? scenarios.get(shown) : isScenario(shown) ? shown : undefined
  if (scenario === undefined) return undefined
  const drawn = dataOf(scenario, isRun(shown) ? shown : undefined, redraw)
  const number = numbersShown && isRun(shown) ? numbers.get(shown) : undefined
  const data = number === undefined ? drawn : { ...drawn, run: number }
  return { type: 'picture', kind: 'cluster', data: data as unknown as Json }
}

function dataOf(scenario: Scenario<System>, shown: Run | undefined, redraw: Redraw): object {
  if (scenario.plan.system !== 'cell') return pictureOfNamed(scenario, shown, redraw)
  const tooMuch = tooMuchIn(scenario.plan, shown)
  const mine = place++
  const plan = replays[mine]
  const again = plan === undefined ? scenario : { ...scenario, plan }
  return { ...((plan === undefined ? tooMuch : undefined) ?? pictureOfOwn(again, redraw)), place: mine }
}

function tooMuchIn({ options }: Plan, shown: Run | undefined): object | undefined {
  const { background } = (options ?? {}) as { readonly background?: number }
  if ((background ?? 0) > limits.pictureBackground)
    return {
      say: `This run has a background of ${background} partitions, which is too much to draw in a page.`,
    }
  const events = shown?.counters.events ?? 0
  return events > limits.pictureEvents ? tooLong(`took ${events} steps`) : undefined
}

function tooLong(took: string): object {
  return {
    say: `This run ${took}, and a picture holds at most ${limits.pictureEvents}. End it earlier with "until", or ask for less.`,
  }
}

const notNamed = {
  say: 'This page has no program under that name, so the run can’t be drawn. Make the system with cell(program), and it can.',
}

/** What the page gets is the plan as it was read here, once: a cell's own may read otherwise each time it's looked at. */
function pictureOfNamed(scenario: Scenario<System>, shown: Run | undefined, redraw: Redraw): object {
  const named = namedBy(redraw, scenario.plan)
  if (named === undefined) return notNamed
  const tooMuch = tooMuchIn(named.plan, shown)
  if (tooMuch !== undefined) return tooMuch
  const key = JSON.stringify(named.plan)
  const before = shown === undefined ? undefined : drawn.get(`${shown.hash()} ${key}`)
  if (before !== undefined) return before
  // A system stands for what its program does, not for the name in its plan.
  const own = shown ?? redraw.run(scenario, limits.pictureEvents)
  const done = redraw.run(named, limits.pictureEvents)
  if (own.hash() !== done.hash()) return notNamed
  if (done.ended === 'budget') return tooLong(`takes more than ${limits.pictureEvents} steps`)
  const data = { plan: named.plan, hash: done.hash() }
  const known = `${data.hash} ${key}`
  if (!drawn.has(known)) {
    const full = spend(done)
    if (full !== undefined) return full
    drawn.set(known, data)
  }
  return drawn.get(known)!
}

function namedBy(redraw: Redraw, plan: Plan): Scenario<System> | undefined {
  try {
    return redraw.named(plan)
  } catch (error) {
    if ((error as Error).name === 'PlanError') return undefined
    throw error
  }
}

function pictureOfOwn(scenario: Scenario<System>, redraw: Redraw): object {
  const done = redraw.run(scenario, limits.pictureEvents)
  if (done.ended === 'budget') return tooLong(`takes more than ${limits.pictureEvents} steps`)
  const full = spend(done)
  if (full !== undefined) return full
  const recording = recordingOf(done)
  if (JSON.stringify(recording).length <= mostCharacters) return { recording }
  return {
    say: 'What this run’s messages and states hold is too much for one picture. Fewer or shorter ones can be drawn.',
  }
}

/** Counts a run's events among those of all pictures of the cell; what to say instead when that is too many. */
function spend({ counters: { events } }: Run): object | undefined {
  if (spent + events > limits.allPicturesEvents)
    return {
      say: `The pictures of one cell hold at most ${limits.allPicturesEvents} steps together, and this run would be more. Show fewer runs, or end them earlier.`,
    }
  spent += events
  return undefined
}

function isRun(value: unknown): value is Run {
  return typeof (value as { readonly stateAt?: unknown } | null | undefined)?.stateAt === 'function'
}

function isScenario(value: unknown): value is Scenario<System> {
  const { system, plan } = (value ?? {}) as {
    readonly system?: Partial<System>
    readonly plan?: { readonly v?: unknown }
  }
  return typeof system?.program === 'function' && plan?.v === 1
}
