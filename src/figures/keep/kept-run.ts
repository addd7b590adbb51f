import { openDistantRunService } from '#figures/cluster-bench/run-service-client.ts'
import { planLink } from '#links/plan-link.ts'
import type { Answer } from '#outline/replay.ts'
import { keptPlanAt } from './kept-plan.ts'
import type { Side } from './run-value.ts'

/** The fragment that opens such a run at its end; the plan is fetched, and played in a worker for its hash. */
export async function fragmentOfRun(
  value: string,
  keptPlan: typeof keptPlanAt = keptPlanAt,
): Promise<Answer<string>> {
  const [id = '', side] = value.split(' ') as [string, Side?]
  const kept = await keptPlan(id)
  if (kept === undefined) return { ok: false, message: 'This run’s plan isn’t here. Reload the page.' }
  let plan = kept
  if (side !== undefined) {
    const { duel } = await import('#engine/duel/duel.ts')
    plan = duel(kept)[side].run.plan
  }
  const service = openDistantRunService()
  try {
    const played = await service.play(plan)
    if (!played.ok) return played
    const { outline } = played.value
    const last = outline.steps.at(-1)?.index ?? 0
    const link = await planLink(plan, last, outline.hash, { base: { id, plan: kept } })
    return link.ok ? { ok: true, value: link.fragment } : link
  } finally {
    service.close()
  }
}
