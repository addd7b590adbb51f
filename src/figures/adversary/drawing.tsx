import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Plan } from '#engine'
import { loadMenu } from '#figures/cluster-bench/load-menu.ts'
import type { ClusterIslandProps } from '#figures/cluster/island.tsx'

interface Drawn {
  readonly Figure: ComponentType<ClusterIslandProps>
  readonly at: number
  /** Where the plan can be taken apart; undefined where it doesn't fit a link. */
  readonly bench: string | undefined
}

interface Props {
  readonly id: string
  readonly plan: Plan
  /** Where a plan can be taken apart, and where it's said what the model leaves out. */
  readonly bench: string
  readonly model: string
}

/** The plan that won as the cluster figure draws it. What draws it is fetched only now, after an attack got through. */
export function Drawing({ id, plan, bench, model }: Props) {
  const [drawn, setDrawn] = useState<Drawn>()
  useEffect(() => {
    let isGone = false
    setDrawn(undefined)
    void draw(plan, bench).then((done) => {
      if (!isGone) setDrawn(done)
    })
    return () => {
      isGone = true
    }
  }, [plan])
  if (drawn === undefined) return <div class="adversary-drawing" />
  const { Figure, at } = drawn
  return (
    <div class="adversary-drawing">
      <Figure
        id={id}
        plan={plan}
        at={at}
        check="fresh reads"
        bench={drawn.bench}
        model={model}
        menu={loadMenu}
      />
    </div>
  )
}

async function draw(plan: Plan, bench: string): Promise<Drawn> {
  const [{ run }, { scenarioOf }, { planLink }, { ClusterIsland }] = await Promise.all([
    import('#engine/core/run.ts'),
    import('#engine/core/registry.ts'),
    import('#links/plan-link.ts'),
    import('#figures/cluster/island.tsx'),
    import('#figures/cluster/systems/ring.ts'),
  ])
  const end = run(scenarioOf(plan), { record: 'trace' })
  const at = end.trace.length - 1
  const link = await planLink(plan, at, end.hash())
  return { Figure: ClusterIsland, at, bench: link.ok ? bench + link.fragment : undefined }
}
