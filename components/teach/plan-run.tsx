import { useEffect, useState } from 'preact/hooks'
import { href } from '#site/href.ts'
import type { RunOutline } from '#outline/types.ts'

interface Props {
  /** What a sheet says the plan was: it may be anything. */
  readonly plan: unknown
  /** Raised whenever the run is asked for; 0 asks for nothing. */
  readonly rerun: number
}

interface Made {
  readonly outline: RunOutline
  readonly link: string | undefined
}

let before: Promise<unknown> = Promise.resolve()

/**
 * The run that a question was about, made again by the engine: in a worker, since a sheet comes from anybody and its plan may
 * take forever, and one after the other, since a sheet may hold hundreds.
 */
export function PlanRun({ plan, rerun }: Props) {
  const [found, setFound] = useState<Made | string>()
  useEffect(() => {
    if (rerun === 0) return undefined
    let isGone = false
    before = before.then(async () => {
      if (isGone) return
      const made = await runAgain(plan).catch(() => 'The run can’t be made here. Are you offline?')
      if (!isGone) setFound(made)
    })
    return () => void (isGone = true)
  }, [rerun])
  if (found === undefined)
    return (
      <p class="about">
        {rerun === 0 ? 'The question is about a run, which can be made again.' : 'Making the run again…'}
      </p>
    )
  if (typeof found === 'string')
    return (
      <p class="about error" data-plan-run="refused">
        {found}
      </p>
    )
  return (
    <p class="about" data-plan-run={found.outline.hash}>
      Run again here: {found.outline.operations.length} operations, run {found.outline.hash.slice(0, 8)}.{' '}
      {found.link !== undefined && <a href={found.link}>Open the run in the playground</a>}
    </p>
  )
}

/** The run, or why there's none. */
async function runAgain(plan: unknown): Promise<Made | string> {
  const [{ openDistantRunService }, { planLink }] = await Promise.all([
    import('#figures/cluster-bench/run-service-client.ts'),
    import('#links/plan-link.ts'),
  ])
  const service = openDistantRunService()
  try {
    const answer = await service.play(plan)
    if (!answer.ok) return answer.message.slice(0, 400)
    const { outline, plan: played } = answer.value
    const link = await planLink(played, 0, outline.hash)
    return { outline, link: link.ok ? href('/playground/cluster/') + link.fragment : undefined }
  } finally {
    service.close()
  }
}
