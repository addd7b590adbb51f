import { useState } from 'preact/hooks'
import { ClusterFigure } from '#figures/cluster/island.tsx'
import type { JudgedRun } from '#figures/cluster/run.ts'
import { loadMenu } from '#figures/cluster-bench/load-menu.ts'
import { playedIn } from '#figures/keep/outline-in.ts'
import { keptPlanAt } from '#figures/keep/kept-plan.ts'
import { href } from '#site/href.ts'
import { EmbedFoot } from './embed-foot.tsx'
import { useAddress } from './use-address.ts'

interface Shown {
  readonly told: JudgedRun
  readonly at: number
  readonly title: string
  readonly note: string
  readonly bench: string
}

/** The run in the address, to be stepped and played; the link may hold anything, so that it's played in a worker. */
export default function RunEmbed() {
  const [shown, setShown] = useState<Shown>()
  const [trouble, setTrouble] = useState('')
  useAddress(openAddress)

  async function openAddress(hash: string): Promise<void> {
    const played = await playedIn(hash, { keptPlan: keptPlanAt })
    if (hash !== location.hash) return
    setTrouble(played.ok ? '' : played.message)
    if (!played.ok) return setShown(undefined)
    const { outline, at, title, note } = played.value
    const bench = href('/playground/cluster/') + hash
    setShown({ told: { outline, verdict: undefined }, at, title, note, bench })
  }

  return (
    <div data-embed={trouble !== '' ? 'trouble' : shown === undefined ? 'loading' : 'ready'}>
      <h1>
        <bdi>{shown === undefined || shown.title === '' ? 'A run of a small cluster' : shown.title}</bdi>
      </h1>
      {trouble !== '' && (
        <p class="embed-note" role="alert">
          {trouble}
        </p>
      )}
      {shown !== undefined && (
        <>
          {shown.note !== '' && (
            <p class="embed-note" role="status">
              {shown.note}
            </p>
          )}
          <figure class="figure box" data-figure="embedded" data-kind="cluster" aria-label="The run">
            <ClusterFigure key={shown.bench} id="embedded" told={shown.told} at={shown.at} menu={loadMenu} />
          </figure>
          <EmbedFoot playground={shown.bench} />
        </>
      )}
    </div>
  )
}
