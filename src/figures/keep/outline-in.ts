import { openDistantRunService } from '#figures/cluster-bench/run-service-client.ts'
import type { PlayedRun } from '#figures/cluster-bench/run-service.ts'
import { readPlanLink } from '#links/plan-link.ts'
import type { ReadOptions } from '#links/plan-in-link.ts'
import type { Answer } from '#outline/replay.ts'
import type { RunOutline } from '#outline/types.ts'
import { keptPlanAt } from './kept-plan.ts'

/** The run in a link, played in a worker and to its limits: what a link holds may be anything. */
export async function playedIn(
  fragment: string,
  options: ReadOptions = {},
): Promise<Answer<PlayedRun & { readonly at: number; readonly title: string; readonly note: string }>> {
  const link = await readPlanLink(fragment, options)
  if (!link.ok) return { ok: false, message: link.message }
  const service = openDistantRunService()
  try {
    const played = await service.play(link.plan)
    if (!played.ok) return played
    const is = played.value.outline.hash.slice(0, 8)
    const other =
      link.hash !== undefined && link.hash !== is && 'This version runs it differently from the sender’s.'
    const note = [link.note, other].filter(Boolean).join(' ')
    return { ok: true, value: { ...played.value, at: link.at, title: link.title, note } }
  } finally {
    service.close()
  }
}

/** The run of a link's fragment, told; or why there's none. */
export async function outlineIn(fragment: string): Promise<Answer<RunOutline>> {
  const played = await playedIn(fragment, { keptPlan: keptPlanAt })
  return played.ok ? { ok: true, value: played.value.outline } : played
}
