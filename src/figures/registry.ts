import type { ComponentType } from 'preact'
import type { ClusterPicture } from './cluster-bench/picture.tsx'
import type { TwoRuns } from './cluster-bench/two-runs.tsx'
import type { Replay } from '#outline/replay.ts'
import { IndexView } from './index-drawing/view.tsx'
import { later } from './later.tsx'
import { PlotView } from './plot/view.tsx'
import type { RingDrawing } from './ring-drawing/view.tsx'
import { TreeView } from './tree/view.tsx'

/** The engine comes with it: the build has it at once, a page fetches it when a run is shown. */
const clusterView = import.meta.env.SSR
  ? (await import('./cluster-bench/picture.tsx')).ClusterPicture
  : later<Parameters<typeof ClusterPicture>[0]>(
      async () => (await import('./cluster-bench/picture.tsx')).ClusterPicture,
    )

const twoRuns = import.meta.env.SSR
  ? (await import('./cluster-bench/two-runs.tsx')).TwoRuns
  : later<Parameters<typeof TwoRuns>[0]>(async () => (await import('./cluster-bench/two-runs.tsx')).TwoRuns)

/** Who stores what is worked out by the engine's placement, which comes with it. */
const ringDrawing = import.meta.env.SSR
  ? (await import('./ring-drawing/view.tsx')).RingDrawing
  : later<Parameters<typeof RingDrawing>[0]>(
      async () => (await import('./ring-drawing/view.tsx')).RingDrawing,
    )

/** The view that draws each kind of picture a cell can show. `data` is what the engine's own `outline` and so on gave. */
const views = {
  tree: TreeView,
  plot: PlotView,
  index: IndexView,
  ring: ringDrawing,
  cluster: clusterView,
  'two-runs': twoRuns,
} satisfies Record<string, unknown>

/** What a view gets: plain data, a name of its own in the page, and where there is a cell, a way to run it once more. */
interface ViewProps {
  readonly data: unknown
  readonly id?: string
  readonly replay?: Replay | undefined
  /** The most events that a view may run for it. */
  readonly budget?: number
}

/** The view for a kind that came as plain data; undefined for a kind that nobody draws, whatever its name. */
export function viewFor(kind: string): ComponentType<ViewProps> | undefined {
  return Object.hasOwn(views, kind)
    ? (views as unknown as Record<string, ComponentType<ViewProps>>)[kind]
    : undefined
}
