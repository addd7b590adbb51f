import { useEffect, useState } from 'preact/hooks'
import type { Plan } from '#engine'

/** The way from a plan to the bench, where it can be taken apart. */
export function Drawing({ plan, bench }: { readonly plan: Plan; readonly bench: string }) {
  const [link, setLink] = useState<string>()
  useEffect(() => {
    let isGone = false
    void fragmentOf(plan).then((fragment) => {
      if (!isGone && fragment !== undefined) setLink(bench + fragment)
    })
    return () => {
      isGone = true
    }
  }, [plan])
  if (link === undefined) return null
  return (
    <p class="adversary-link">
      <a href={link}>Open this plan on the bench</a>
    </p>
  )
}

/** The link's fragment for the end of the plan's run; undefined where it does not fit a link. */
async function fragmentOf(plan: Plan): Promise<string | undefined> {
  const [{ run, scenarioOf }, { planLink }] = await Promise.all([
    import('#engine'),
    import('#figures/cluster-bench/link.ts'),
  ])
  const end = run(scenarioOf(plan), { record: 'trace' })
  const link = await planLink(plan, end.trace.length - 1, end.hash())
  return link.ok ? link.fragment : undefined
}
