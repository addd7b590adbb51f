import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import '#engine/systems.ts'
import type { Recording } from '#outline/recording.ts'
import type { RunOutline } from '#outline/types.ts'
import benchCss from './bench.css?url'
import { BenchLink } from '#links/bench-link.tsx'
import { loadMenu } from './load-menu.ts'
import type { OwnBench } from './own-bench.tsx'
import clusterCss from '#figures/cluster/cluster.css?url'
import { ClusterFigure } from '#figures/cluster/island.tsx'
import type { Replay } from '#outline/replay.ts'
import { outlineOf, outlineOfRecording } from '#figures/cluster/run.ts'
import { useSystems } from './use-systems.ts'

/**
 * What a cell sends when it shows a run: a plan that the page can run, or a recording of a program of one's own and its
 * place among those, or why there is no picture.
 */
export type ClusterData = (
  | { readonly plan: unknown; readonly hash: string }
  | { readonly recording: Recording; readonly place?: number }
  | { readonly say: string; readonly place?: number }
) & {
  /** Which of the cell's runs it is, where the cell is watched. */
  readonly run?: number
}

/** The most steps that one picture tells. */
const mostSteps = 2000

interface Props {
  readonly data: ClusterData
  readonly id?: string
  readonly replay?: Replay | undefined
  /** The most events that the page runs for it. */
  readonly budget?: number
}

/** A run that a cell has shown: told and drawn when it's in sight, since a cell may show many. */
export function ClusterPicture(props: Props) {
  const root = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(isBuild)
  useEffect(() => {
    if (isSeen || root.current === null) return undefined
    let [isInSight, isWaiting] = [false, false]
    const observer = new IntersectionObserver(
      (entries) => {
        isInSight = entries.at(-1)!.isIntersecting
        if (!isInSight || isWaiting) return
        isWaiting = true
        inTurn(() => {
          isWaiting = false
          // The pictures before it may have pushed it out of sight.
          if (isInSight) setSeen(true)
        })
      },
      { rootMargin: '200px' },
    )
    observer.observe(root.current)
    return () => {
      isInSight = false
      observer.disconnect()
    }
  }, [isSeen])
  if (isSeen) return <SeenPicture {...props} />
  return (
    <div class="figure box cluster-picture cluster-unseen" data-run={props.data.run} ref={root}>
      Drawing…
    </div>
  )
}

let turn: Promise<void> = Promise.resolve()

/** One picture a frame: each may take a while to tell, and the page answers in between. */
function inTurn(draw: () => void): void {
  const drawn = (done: () => void) =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        draw()
        done()
      }),
    )
  turn = turn.then(() => new Promise((done) => void drawn(done)))
}

/** The build draws at once what it writes. */
const isBuild = typeof document === 'undefined'

function SeenPicture({ data, id = 'shown', replay, budget = Infinity }: Props) {
  const isThere = useSystems(data)
  const told = useMemo(() => (isThere ? tell(data, budget) : { say: 'Drawing…' }), [data, isThere])
  const [Bench, setBench] = useState<{ readonly View: ComponentType<Parameters<typeof OwnBench>[0]> }>()
  useEffect(() => setBench(undefined), [data])
  if ('say' in told) return <p class="cell-notice">{told.say}</p>
  const own = 'recording' in data && data.place !== undefined && replay !== undefined ? data : undefined
  return (
    <div class="figure box cluster-picture" data-kind="cluster" data-run={data.run}>
      <link rel="stylesheet" href={clusterCss} />
      {Bench !== undefined && own !== undefined ? (
        <>
          <link rel="stylesheet" href={benchCss} />
          <Bench.View id={id} recording={own.recording} place={own.place!} replay={replay!} />
        </>
      ) : (
        <ClusterFigure
          id={id}
          told={{ outline: told, verdict: undefined }}
          at={told.steps.at(-1)?.index ?? -1}
          plan={'plan' in data ? data.plan : undefined}
          menu={loadMenu}
        />
      )}
      {'plan' in data && (
        <p class="cluster-links">
          <BenchLink
            plan={data.plan as Plan}
            at={Math.max(0, told.steps.at(-1)?.index ?? 0)}
            hash={told.hash}
          >
            Open in the playground
          </BenchLink>
        </p>
      )}
      {own !== undefined && (
        <p class="cluster-links">
          <button
            type="button"
            class="button"
            aria-expanded={Bench !== undefined}
            onClick={() =>
              Bench === undefined
                ? void import('./own-bench.tsx').then(({ OwnBench: View }) => setBench({ View }))
                : setBench(undefined)
            }
          >
            {Bench === undefined ? 'Change this run…' : 'Back to the run as the cell shows it'}
          </button>
        </p>
      )}
    </div>
  )
}

/** What was told of the latest plans, by their text: a cell may show one run many times. */
const known = new Map<string, RunOutline>()

function toldOf(plan: unknown, budget: number): RunOutline {
  const key = JSON.stringify(plan)
  const outline = known.get(key) ?? outlineOf(plan, budget)
  known.delete(key)
  known.set(key, outline)
  if (known.size > 8) known.delete(known.keys().next().value!)
  return outline
}

/** The run of a picture told, or why it can't be. */
export function tell(data: ClusterData, budget: number): RunOutline | { readonly say: string } {
  if ('say' in data) return data
  const outline = 'recording' in data ? outlineOfRecording(data.recording) : toldOf(data.plan, budget)
  // The cell ran this plan to the same limit: another run than its is none that it has shown.
  if ('hash' in data && data.hash !== outline.hash)
    return { say: 'This run isn’t the one that the cell made, so it isn’t drawn. Run the cell again.' }
  if (outline.steps.length > mostSteps)
    return {
      say: `This run has ${outline.steps.length} steps; a picture tells at most ${mostSteps}. End it earlier with "until", or ask for less.`,
    }
  return outline
}
