import { useMemo } from 'preact/hooks'
import type { Recording } from '#engine/outline/recording.ts'
import type { RunOutline } from '#engine/outline/types.ts'
import clusterCss from './cluster.css?url'
import { ClusterFigure } from './island.tsx'
import { outlineOf, outlineOfRecording } from './run.ts'

/** What a cell sends when it shows a run: a plan that the page can run, or a recording, or why there is no picture. */
export type ClusterData =
  | { readonly plan: unknown; readonly hash: string }
  | { readonly recording: Recording }
  | { readonly say: string }

/** The most steps that one picture tells. */
const mostSteps = 2000

/** A run that a cell has shown. */
export function ClusterPicture({ data }: { readonly data: ClusterData }) {
  const told = useMemo(() => tell(data), [data])
  if ('say' in told) return <p class="cell-notice">{told.say}</p>
  return (
    <div class="figure box cluster-picture" data-kind="cluster">
      <link rel="stylesheet" href={clusterCss} />
      <ClusterFigure
        id="shown"
        told={{ outline: told, verdict: undefined }}
        at={told.steps.at(-1)?.index ?? -1}
      />
    </div>
  )
}

function tell(data: ClusterData): RunOutline | { readonly say: string } {
  if ('say' in data) return data
  const outline = 'recording' in data ? outlineOfRecording(data.recording) : outlineOf(data.plan)
  // A system under a known name whose program is not the known one.
  if ('hash' in data && data.hash !== outline.hash)
    return {
      say: 'This run is of a program that this page does not have under that name, so it cannot be drawn. Make the system with cell(program), and it can.',
    }
  if (outline.steps.length > mostSteps)
    return {
      say: `This run has ${outline.steps.length} steps; a picture tells at most ${mostSteps}. End it earlier with "until", or ask for less.`,
    }
  return outline
}
