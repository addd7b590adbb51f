import type { Plan, Run, Scenario, System } from '#engine/core/types.ts'
import type { Recording } from '#outline/recording.ts'
import type { Item, Json } from './items.ts'
import { plain } from './plain.ts'

type Runner = (scenario: Scenario<System>) => Run

/** What a picture of a run can hold at most: events of the trace, and characters of its JSON. */
const most = { events: 12_000, characters: 120_000, background: 50_000 }

const scenarios = new WeakMap<Run, Scenario<System>>()

/**
 * Plans that are run in the stead of the cell's own, each by the place of its picture among those of programs of one's own:
 * how a figure in the page changes a run whose program is here alone.
 */
export type Replays = { readonly [place: number]: Plan }

let replays: Replays = {}
let place = 0

/** From now on these plans are run where the cell shows its own. */
export function replayPlans(plans: Replays): void {
  replays = plans
  place = 0
}

/** Keeps what a run was made of, so that it can be shown: showing it runs it once more, with all states. */
export function rememberRun(run: Run, scenario: Scenario<System>): Run {
  scenarios.set(run, scenario)
  return run
}

/**
 * A run, or a scenario, as a picture. A plan of a registered system is enough, with the hash that its run should have: the
 * page runs it itself. Of a learner's own program the page gets a recording. Undefined for what is neither.
 */
export function drawRun(shown: unknown, runAgain: Runner): Extract<Item, { type: 'picture' }> | undefined {
  const scenario = isRun(shown) ? scenarios.get(shown) : isScenario(shown) ? shown : undefined
  if (scenario === undefined) return undefined
  const data = dataOf(scenario, isRun(shown) ? shown : undefined, runAgain)
  return { type: 'picture', kind: 'cluster', data: data as unknown as Json }
}

function dataOf(scenario: Scenario<System>, shown: Run | undefined, runAgain: Runner): object {
  if (scenario.plan.system !== 'cell') return pictured(scenario, shown, runAgain)
  const mine = place++
  const plan = replays[mine]
  const data =
    plan === undefined
      ? pictured(scenario, shown, runAgain)
      : pictured({ ...scenario, plan }, undefined, runAgain)
  return { ...data, place: mine }
}

function pictured(scenario: Scenario<System>, shown: Run | undefined, runAgain: Runner): object {
  const { plan } = scenario
  const { background } = (plan.options ?? {}) as { readonly background?: number }
  if ((background ?? 0) > most.background)
    return {
      say: `This run has a background of ${background} partitions, which is too much to draw in a page.`,
    }
  const done = shown ?? runAgain(scenario)
  if (done.counters.events > most.events)
    return {
      say: `This run took ${done.counters.events} steps, and a picture holds at most ${most.events}. End it earlier with "until", or ask for less.`,
    }
  if (plan.system !== 'cell') return { plan, hash: done.hash() }
  const recording = recordingOf(runAgain(scenario))
  if (JSON.stringify(recording).length <= most.characters) return { recording }
  return {
    say: 'What this run’s messages and states hold is too much for one picture. Fewer or shorter ones can be drawn.',
  }
}

function recordingOf(run: Run): Recording {
  const { plan, ended, error, history, marks, counters, trace } = run
  const versions: Recording['versions'][number][] = []
  let before: ReturnType<Run['stateAt']> | undefined
  for (const { index } of trace) {
    const now = run.stateAt(index)
    for (const [node, state] of now) {
      if (before?.get(node) === state) continue
      const { up, memory, disk } = state
      versions.push({ index, node, up, memory: part(memory), disk: part(disk) })
    }
    before = now
  }
  return {
    plan,
    ended,
    ...(error === undefined ? {} : { error: error.message }),
    hash: run.hash(),
    history,
    marks: Object.fromEntries(marks),
    counters,
    trace: trace.map((event) => ('args' in event ? { ...event, args: part(event.args) } : event)),
    versions,
  }
}

function part(value: unknown): Json | undefined {
  return value === undefined ? undefined : plain(value)
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
