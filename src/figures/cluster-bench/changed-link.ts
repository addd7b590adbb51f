import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Edit } from '#engine/search/branch.ts'
import { planLink } from '#links/plan-link.ts'
import { playgroundAt } from '#links/playground.ts'
import { outlineRun } from '#outline/outline.ts'
import { benchEvents } from './bench-nodes.ts'
import { edited, shownBy } from './edit.ts'

/**
 * The address at which the playground shows a run with an edit put in after event `at` (-1: at the start), at the moment
 * that the edit strikes. Undefined for a plan that's too long for an address.
 * @throws PlanError when the plan is none or its system isn't known
 */
export async function changedLink(plan: unknown, at: number, edit: Edit): Promise<string | undefined> {
  const before = run(scenarioOf(plan), { record: 'trace', budget: benchEvents })
  const next = edited(before, Math.max(0, at), edit, 0)
  const after = run(scenarioOf(next.plan), { record: 'trace', budget: benchEvents })
  // A fault of a message shows where the message is, which the reader looks at already.
  const shows = 'message' in edit ? at : shownBy(after, outlineRun(after, { states: false }), next.id)
  const link = await planLink(next.plan, shows, after.hash())
  return link.ok ? playgroundAt(link.fragment) : undefined
}
