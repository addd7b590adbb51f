import type { ComponentChildren } from 'preact'
import type { RunOutline } from '#engine/outline/types.ts'
import { axisOf, type Axis } from './axis.ts'
import { Diagram } from './diagram.tsx'
import { indexAt, statesAt, stepAt } from './frame.ts'
import { type Lane, lanesOf } from './lanes.ts'
import { ClusterLog } from './log.tsx'
import { StateLines } from './states.tsx'

/**
 * One moment of a run, drawn. Pure: the build draws the first frame with it, islands the rest.
 *
 * - `id`        unique on the page.
 * - `outline`   from `outlineRun` (or `outlineOf(plan)` of ./run.ts).
 * - `at`        an event index: everything up to and with it has happened. -1 is before the first event. Steps are named
 *               by the index of their last event; `stepAt` and `indexAt` of ./frame.ts go between the two.
 * - `cover`     the future is withheld: nothing after `at` is in the page, and a note says that it is covered.
 * - `lit`       events that a verdict names: they are ringed.
 * - `picked`    the key of the message that is open.
 * - `controls`  between picture and words.
 * - `onPickNode`, `onPickMessage`, `onPickMoment`   a click on a lane's head (with its id, nodes only), on a message
 *               (with its key), on a step in picture or words (with its index). Without them nothing there is a button.
 */
export interface ClusterViewProps {
  readonly id: string
  readonly outline: RunOutline
  readonly at: number
  readonly cover?: boolean | undefined
  readonly lit?: readonly number[] | undefined
  readonly picked?: string | undefined
  readonly onPickNode?: ((id: string) => void) | undefined
  readonly onPickMessage?: ((key: string) => void) | undefined
  readonly onPickMoment?: ((index: number) => void) | undefined
  readonly controls?: ComponentChildren
  readonly children?: ComponentChildren
}

export function ClusterView(props: ClusterViewProps) {
  const { id, outline, at, cover = false, lit = [], controls, children } = props
  const axis = axisOf(outline)
  const lanes = lanesOf(outline)
  const place = stepAt(outline, at)
  const states = statesAt(outline, at, indexAt(outline, place - 1))
  const step = outline.steps[place]
  const head = axis.x(step?.at ?? 0)
  return (
    <div class="cluster" data-at={at} data-hash={outline.hash}>
      <div class={`cluster-stage lanes-${Math.min(12, lanes.length)}`}>
        <Heads lanes={lanes} states={states} onPick={props.onPickNode} />
        <div
          class="cluster-scroll"
          tabIndex={0}
          role="group"
          aria-label="The run as a drawing; the same in words is below"
        >
          <Diagram
            id={id}
            outline={outline}
            axis={axis}
            lanes={lanes}
            at={at}
            covered={cover}
            lit={new Set(lit)}
            from={head - 1600}
            to={head + 1200}
            picked={props.picked}
            onPickMessage={props.onPickMessage}
            onPickMoment={props.onPickMoment}
          />
        </div>
      </div>
      {controls}
      <p class="cluster-said" role="status">
        {step === undefined ? 'Nothing has happened yet.' : step.text}
      </p>
      <Now lanes={lanes} states={states} />
      {children}
      <ClusterLog outline={outline} at={at} onPickMoment={props.onPickMoment} />
    </div>
  )
}

type States = ReturnType<typeof statesAt>

/** Who each lane is, and where there is room what it holds. */
function Heads({
  lanes,
  states,
  onPick,
}: {
  lanes: readonly Lane[]
  states: States
  onPick: ((id: string) => void) | undefined
}) {
  return (
    <ul class="cluster-heads">
      {lanes.map((lane) => (
        <li
          key={lane.id}
          class={`lane-${lane.height}${lane.opensGroup ? ' opens-group' : ''} is-${lane.kind}`}
          data-head={lane.id}
        >
          <Name lane={lane} onPick={onPick} />
          <StateLines lane={lane} state={states.get(lane.id)} most={Math.floor((lane.height - 6) / 18)} />
        </li>
      ))}
    </ul>
  )
}

function Name({ lane, onPick }: { lane: Lane; onPick: ((id: string) => void) | undefined }) {
  if (lane.kind === 'client') return <span class="cluster-who">{lane.id}</span>
  const chip = <span class={`node ${lane.look}${lane.hollow ? ' cluster-hollow' : ''}`}>{lane.id}</span>
  if (onPick === undefined) return chip
  return (
    <button type="button" class="cluster-pick" onClick={() => onPick(lane.id)} aria-label={`Node ${lane.id}`}>
      {chip}
    </button>
  )
}

/** The same states as cards, where the heads are narrow. */
function Now({ lanes, states }: { lanes: readonly Lane[]; states: States }) {
  const nodes = lanes.filter(({ id, kind }) => kind === 'node' && states.has(id))
  if (nodes.length === 0) return null
  return (
    <ul class="cluster-now">
      {nodes.map((lane) => (
        <li key={lane.id} data-now={lane.id}>
          <span class={`node ${lane.look}`}>{lane.id}</span>
          <StateLines lane={lane} state={states.get(lane.id)} most={Infinity} />
        </li>
      ))}
    </ul>
  )
}

export type { Axis }
