import type { ComponentChildren } from 'preact'
import type { Verdict } from '#engine/core/types.ts'
import type { RunOutline } from '#outline/types.ts'
import { axisOf } from './axis.ts'
import { Diagram } from './diagram.tsx'
import { indexAt, statesAt, stepAt } from './frame.ts'
import { Cards, Heads } from './heads.tsx'
import { lanesOf } from './lanes.ts'
import { ClusterLog } from './log.tsx'
import { MessageButtons, MessagePanel } from './message-panel.tsx'
import { Said } from './said.tsx'

/**
 * One moment of a run, drawn. Pure: the build draws the first frame with it, islands the rest.
 *
 * - `id`        unique on the page.
 * - `outline`   from `outlineRun` (or `outlineOf(plan)` of ./run.ts).
 * - `at`        an event index: everything up to and with it has happened. -1 is before the first event. Steps are named
 *               by the index of their last event; `stepAt` and `indexAt` of ./frame.ts go between the two.
 * - `cover`     the event after which everything is withheld until the reader has answered: it isn't in the page, and a
 *               note says that it's covered. `at` isn't after it.
 * - `verdict`   what a check found: told first, and the events that it names are ringed.
 * - `lit`       more events to ring.
 * - `picked`    the key of the message that is open.
 * - `room`      how many pixels wide the drawing can be seen at once; short runs are stretched to it.
 * - `view`      what part of the drawing is in view, in pixels from its left end: only that is drawn.
 * - `isAsleep`  the page's script hasn't come yet: no node is a button, and each has the place that its button will have.
 * - `isFresh`   the build didn't draw this run: the rows of its log wait until the reader opens it.
 * - `isPlaying` steps follow by themselves: a screen reader is told only where it stops.
 * - `controls`  between picture and words.
 * - `children`  between words and log.
 * - `onPickNode`, `onPickMessage`, `onPickMoment`   a click on a lane's head (with its id, nodes only), on a message
 *               (with its key; undefined closes it), on a step in picture or words (with its index). Without them
 *               nothing there is a button.
 */
export interface ClusterViewProps {
  readonly id: string
  readonly outline: RunOutline
  readonly at: number
  readonly cover?: number | undefined
  readonly verdict?: Verdict | undefined
  readonly lit?: readonly number[] | undefined
  readonly picked?: string | undefined
  readonly room?: number | undefined
  readonly view?: readonly [from: number, to: number] | undefined
  readonly onPickNode?: ((id: string) => void) | undefined
  readonly onPickMessage?: ((key: string | undefined) => void) | undefined
  readonly onPickMoment?: ((index: number) => void) | undefined
  readonly isPlaying?: boolean | undefined
  readonly isAsleep?: boolean | undefined
  readonly isFresh?: boolean | undefined
  readonly controls?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A run after one of its events: the picture, what happened, and what each node holds. Pure. */
export function ClusterView(props: ClusterViewProps) {
  const { id, outline, at, cover, verdict, lit = [], picked, room, onPickMessage } = props
  const axis = axisOf(outline, room)
  const lanes = lanesOf(outline)
  const place = stepAt(outline, at)
  const states = statesAt(outline, at, indexAt(outline, place - 1))
  const step = outline.steps[place]
  const head = axis.x(step?.at ?? 0)
  const [from, to] = props.view ?? [head - 1400, head + 900]
  const open = outline.messages.find(({ key, sentIndex }) => key === picked && sentIndex <= at)
  return (
    <div class="cluster" data-at={at} data-hash={outline.hash}>
      <div class="cluster-stage">
        <Heads
          outline={outline}
          lanes={lanes}
          states={states}
          at={at}
          onPick={props.onPickNode}
          isAsleep={props.isAsleep}
        />
        <div
          class="cluster-scroll"
          tabIndex={0}
          role="group"
          aria-label="The run as a picture. It’s described in words below."
        >
          <Diagram
            id={id}
            outline={outline}
            axis={axis}
            lanes={lanes}
            at={at}
            cover={cover}
            room={room ?? 0}
            lit={new Set([...lit, ...(verdict?.at ?? [])])}
            end={props.view === undefined ? head + 260 : undefined}
            from={from}
            to={to}
            picked={picked}
            onPickMessage={onPickMessage}
            onPickMoment={props.onPickMoment}
          />
        </div>
      </div>
      {axis.ticks.some(({ text }) => text.startsWith('+')) && (
        <p class="cluster-note">A time with a + is counted from the last moment that is named in full.</p>
      )}
      {props.controls}
      <div class="cluster-told">
        <Said outline={outline} lanes={lanes} place={place} verdict={verdict} isQuiet={props.isPlaying} />
        <MessageButtons outline={outline} step={step} picked={picked} onPick={onPickMessage} />
      </div>
      {open && (
        <MessagePanel
          message={open}
          lanes={lanes}
          at={at}
          onClose={onPickMessage && (() => onPickMessage(undefined))}
        />
      )}
      <Cards outline={outline} lanes={lanes} states={states} at={at} />
      {props.children}
      <ClusterLog
        outline={outline}
        axis={axis}
        at={at}
        isFresh={props.isFresh}
        onPickMoment={props.onPickMoment}
      />
    </div>
  )
}
