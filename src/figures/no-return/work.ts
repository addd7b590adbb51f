import '#engine/systems.ts'
import '#engine/stores.ts'
import '#figures/programs.ts'
import { checkNamed } from '#engine/checks/statement.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Plan } from '#engine/core/types.ts'
import { pointOfNoReturn, type PointOfNoReturn } from '#engine/search/futures.ts'
import { outlineRun } from '#outline/outline.ts'
import { turnInWords } from './words.ts'

/** A curve, and the event at which the run turned, in words. */
export interface Turned {
  readonly curve: PointOfNoReturn
  readonly turn: string | undefined
}

/** Finds the point of no return of a plan by the name of the check that it breaks. Takes a second or a few. */
export function findTurn(plan: Plan, check: string): Turned {
  const scenario = scenarioOf(plan)
  const curve = pointOfNoReturn(scenario, checkNamed(check))
  return { curve, turn: turnInWords(curve, outlineRun(run(scenario, { record: 'states' }))) }
}
