// The stores of lesson 7 make themselves known, so that its saved runs can be opened.
import '#engine/stores.ts'
import {
  converged,
  durable,
  freshReads,
  linearizable,
  monotonicReads,
  run as engineRun,
  shrink,
  scenarioOf,
  type Check,
  type Edit,
  type Json,
  type Ms,
  type Plan,
  type Run,
  type Scenario,
  type System,
  type Verdict,
} from '#engine'
import { outlineRun, type RunOutline } from '#outline/index.ts'
import { PlanError } from '#engine/core/plan/shape.ts'
import type { Answer } from '#outline/replay.ts'
// The programs of figures make themselves known by their names.
import '#figures/programs.ts'
import { faceOf, type Words } from '#engine/face/face.ts'
import { benchEvents, benchNodes } from './bench-nodes.ts'
import { edited, shownBy } from './edit.ts'
import { emptyPlan } from './empty.ts'
import { planCode } from './plan-code.ts'
import type { Setting } from './setting.ts'

/** What a bench draws, and how long it may take. */
export const benchLimits = { nodes: benchNodes, steps: 2_000, events: benchEvents } as const

/** A run as the bench keeps it: plain data that a worker can post. */
export interface PlayedRun {
  readonly plan: Plan
  readonly outline: RunOutline
  readonly verdicts: readonly Verdict[]
  readonly traits: Traits
}

/** What a reader may ask of the system that the plan names. */
export interface Traits {
  readonly operations: readonly string[]
  readonly levels: readonly string[]
  /** What each operation does and each level waits for, in the system's own words. */
  readonly help: { readonly operations: Words; readonly levels?: Words }
  /** The levels that an operation has which names none. */
  readonly usual: { readonly write: string | undefined; readonly read: string | undefined }
  /** The options that are in force, those included that the plan leaves to the system. */
  readonly options: Json
}

/** Everything that is asked of the engine. The page asks it through a worker. */
export interface RunService {
  /** Runs a plan of unknown origin. */
  play(plan: unknown): Answer<PlayedRun>
  /** Runs the plan with an edit put in after event `at` (-1: at the start) and `waitMs` more. */
  edit(plan: Plan, at: number, edit: Edit, waitMs: Ms): Answer<EditedRun>
  /** The plan of a cluster in which nothing has happened yet. */
  empty(setting: Setting): Answer<Plan>
  /** The plan as the text of a cell. */
  code(plan: Plan): Answer<string>
  /** The plan made as small as it gets while it still breaks the check of this name. */
  shrink(plan: Plan, check: string): Answer<Plan>
}

interface EditedRun {
  readonly played: PlayedRun
  /** The event of the new run that shows the edit. */
  readonly shows: number
  readonly editedAtMs: Ms
}

const checks: readonly Check[] = [freshReads, linearizable(), monotonicReads, durable, converged]

/** Plays, edits and judges plans in this thread: what the worker serves, and the page where there's none. */
export function openRunService(): RunService {
  /** The run that was looked at last: the next edit is most likely in it. */
  let last: { readonly key: string; readonly run: Run; readonly scenario: Scenario<System> } | undefined

  function ran(plan: unknown) {
    const scenario = scenarioOf(plan)
    const key = JSON.stringify(scenario.plan)
    if (last?.key !== key) {
      last = { key, scenario, run: engineRun(scenario, { record: 'states', budget: benchLimits.events }) }
    }
    return last
  }

  function played(plan: unknown): PlayedRun {
    const { nodes } = scenarioOf(plan).plan
    if (nodes.length > benchLimits.nodes)
      throw new TooLarge(
        `This plan has ${nodes.length} nodes; the playground draws up to ${benchLimits.nodes}. A live cell runs it.`,
      )
    const { run, scenario } = ran(plan)
    const outline = outlineRun(run)
    if (outline.steps.length > benchLimits.steps)
      throw new TooLarge(
        `This run has ${outline.steps.length} steps; the playground draws up to ${benchLimits.steps}. A live cell runs it.`,
      )
    return {
      plan: scenario.plan,
      outline,
      // The checks know reads and writes; a program without them is theirs to judge as little as a reader's own.
      verdicts: scenario.system.operations.includes('read') ? checks.map((check) => judged(check, run)) : [],
      traits: traitsOf(scenario.plan.system, scenario.system),
    }
  }

  return {
    play: (plan) => answer(() => played(plan)),
    edit: (plan, at, edit, waitMs) =>
      answer(() => {
        const next = edited(ran(plan).run, Math.max(0, at), edit, waitMs)
        const result = played(next.plan)
        const entry = [...next.plan.ops, ...next.plan.faults].find(({ id }) => id === next.id)
        return {
          played: result,
          shows: 'message' in edit ? at : shownBy(ran(next.plan).run, result.outline, next.id),
          editedAtMs: entry?.at ?? 0,
        }
      }),
    empty: (setting) => answer(() => emptyPlan(setting)),
    shrink: (plan, name) =>
      answer(() => {
        const check = checks.find((one) => one.name === name)
        if (check === undefined) throw new RangeError(`the playground has no check "${name}"`)
        return shrink({ ...scenarioOf(plan), check }).plan
      }),
    code(plan) {
      const why = faceOf(plan.system).notInCells
      return why === undefined ? answer(() => planCode(plan)) : { ok: false, message: why }
    },
  }
}

class TooLarge extends Error {}

/** The answer, or why there is none. A plan from outside may be wrong in ways that no parser foresees: those are values, too. */
function answer<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, message: error.message }
    const [first, ...more] = error instanceof PlanError ? error.problems : []
    if (first === undefined)
      return { ok: false, message: 'This plan can’t be run: something in it isn’t what its system expects.' }
    const others = more.length === 0 ? '' : ` ${more.length} more of its entries don’t fit.`
    return {
      ok: false,
      message: `This plan can’t be run. ${first.where}: expected ${first.expected}; received ${first.received}.${others}`,
    }
  }
}

/** A check that can't look into this system's nodes says so instead of a verdict. */
function judged(check: Check, run: Run): Verdict {
  try {
    return check(run)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { check: check.name, result: 'unknown', why: `${error.message}.`, at: [] }
  }
}

function traitsOf(name: string, { operations, levels, options }: System): Traits {
  const { help } = faceOf(name)
  const level = (name: string) => {
    const value = (options as { readonly [name: string]: unknown } | null)?.[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    operations,
    levels,
    help,
    usual: { write: level('write'), read: level('read') },
    options: options as Json,
  }
}
