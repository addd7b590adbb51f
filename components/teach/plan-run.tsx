import { useEffect, useState } from 'preact/hooks'
import { href } from '#site/href.ts'
import type { RunOutline } from '#outline/types.ts'

interface Props {
  /** What a sheet says the plan was: it may be anything. */
  readonly plan: unknown
  /** Raised whenever the run is asked for; 0 asks for nothing. */
  readonly rerun: number
}

/** Far more than any run of a lesson takes; a plan of a hostile file ends here. */
const mostEvents = 200_000

/** The run that a question was about, made again by the engine in this page. */
export function PlanRun({ plan, rerun }: Props) {
  const [found, setFound] = useState<
    { readonly outline: RunOutline; readonly link: string | undefined } | string
  >()
  useEffect(() => {
    if (rerun === 0) return
    void Promise.all([
      import('#figures/cluster/run.ts'),
      import('#links/plan-link.ts'),
      import('#figures/cluster/systems/all.ts'),
    ])
      .then(async ([{ outlineOf }, { planLink }]) => {
        const outline = outlineOf(plan, mostEvents)
        // A plan that was run is a plan: the engine refuses anything else.
        const link = await planLink(plan as Parameters<typeof planLink>[0], 0, outline.hash)
        setFound({ outline, link: link.ok ? href('/playground/cluster/') + link.fragment : undefined })
      })
      .catch((error: unknown) =>
        setFound(
          error instanceof Error
            ? `This plan can’t be run: ${error.message.slice(0, 300)}`
            : 'This plan can’t be run.',
        ),
      )
  }, [rerun])
  if (found === undefined) return <p class="about">The question is about a run, which can be made again.</p>
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
