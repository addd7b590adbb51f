// Systems make themselves known by being imported; scenarioOf finds them by the name in the plan.
import '#engine/ring/ring.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import { outlineRun } from '#engine/outline/outline.ts'
import type { RunOutline } from '#engine/outline/types.ts'

/**
 * The outline of a plan's run. The page runs plans of registered systems by itself.
 * @throws PlanError when the plan is none, or its system is not known
 */
export function outlineOf(plan: unknown): RunOutline {
  return outlineRun(run(scenarioOf(plan), { record: 'states' }))
}
