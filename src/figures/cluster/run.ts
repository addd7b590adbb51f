import { checkNamed } from '#engine/checks/statement.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Verdict } from '#engine/core/types.ts'
import { outlineRun } from '#outline/outline.ts'
import { playBack, type Recording } from '#outline/recording.ts'
import type { RunOutline } from '#outline/types.ts'

/** A plan's run, as it's drawn, and what a check found in it. */
export interface JudgedRun {
  readonly outline: RunOutline
  readonly verdict: Verdict | undefined
}

/**
 * Runs a plan of a system that the caller has imported (one of `#engine/systems.ts`: a page loads those it shows), to so many events at most where `budget` says so; `check` is the name of a check to judge it by.
 * @throws PlanError when the plan is none or its system isn't known; RangeError for a check that nobody knows
 */
export function judgedRun(plan: unknown, check?: string, budget?: number): JudgedRun {
  const done = run(scenarioOf(plan), { record: 'states', ...(budget !== undefined && { budget }) })
  const verdict = check === undefined ? undefined : checkNamed(check)(done)
  return { outline: outlineRun(done), verdict }
}

/** The outline of a plan's run. */
export function outlineOf(plan: unknown, budget?: number): RunOutline {
  return judgedRun(plan, undefined, budget).outline
}

/** The outline of a plan's run without what the nodes held: quicker, for a small picture. */
export function outlineWithoutStates(plan: unknown): RunOutline {
  return outlineRun(run(scenarioOf(plan), { record: 'trace' }), { states: false })
}

/** The outline of a run that was made and recorded elsewhere. */
export function outlineOfRecording(recording: Recording): RunOutline {
  return outlineRun(playBack(recording))
}
