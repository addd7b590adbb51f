import { Fragment } from 'preact'
import { dayCount, dayMs, percentAt } from './days.ts'
import type { Band, Story } from './story.ts'

/** Heights of the drawing, in pixels: lanes below a head that names the moments. */
export const laneHeight = 46
const head = 40
const thickness = 26
const axis = 22

interface Props {
  readonly id: string
  readonly story: Story
  /** From here on nothing is shown, because the reader hasn't predicted yet. */
  readonly coverFrom: number | undefined
}

/** Fifteen days, a lane for each replica, drawn with widths in percent so that text is never stretched. */
export function Lanes({ id, story, coverFrom }: Props) {
  const height = head + story.nodes.length * laneHeight + axis
  const top = (node: string) => head + story.nodes.indexOf(node) * laneHeight + (laneHeight - thickness) / 2
  const bottom = height - axis
  const covered = coverFrom !== undefined
  return (
    <svg class="zombie-days" width="100%" height={height} aria-hidden="true">
      <defs>
        <pattern id={`${id}-silent`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="zombie-hatch" d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />
        </pattern>
        <pattern id={`${id}-cover`} width="9" height="9" patternUnits="userSpaceOnUse">
          <path class="zombie-cover-line" d="M-1 10 10 -1M-1 1 1 -1M8 10 10 8" />
        </pattern>
        <marker
          id={`${id}-arrow`}
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="13"
          markerHeight="13"
          orient="auto"
        >
          <path class="zombie-arrow-head" d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      <Days bottom={bottom} />
      {story.bands.map((one) => (
        <Strip
          key={`${one.node} ${one.from}`}
          band={one}
          top={top(one.node)}
          heardFrom={story.silent.find(({ node, from }) => node === one.node && from >= one.from)?.to ?? 0}
        />
      ))}
      {story.silent.map(({ node, from, to }) => (
        <g key={`${node} ${from}`}>
          <rect {...across(from, to)} y={top(node)} height={thickness} fill={`url(#${id}-silent)`} />
          <text class="zombie-label zombie-silent" x={at(from)} dx="6" y={top(node) + thickness / 2}>
            down
          </text>
        </g>
      ))}
      <Mark at={story.cancelAt} bottom={bottom} text="cancelled" />
      {!covered && <Grace story={story} bottom={bottom} />}
      {!covered && <Mark at={story.dinnerAt} bottom={bottom} text="party" end />}
      {covered ? (
        <rect
          class="zombie-cover"
          x={`${percentAt(coverFrom)}%`}
          width={`${100 - percentAt(coverFrom)}%`}
          y={head - 4}
          height={bottom - head + 8}
          fill={`url(#${id}-cover)`}
        />
      ) : (
        <Repair id={id} story={story} top={top} bottom={bottom} />
      )}
    </svg>
  )
}

function Days({ bottom }: { bottom: number }) {
  return (
    <g class="zombie-axis">
      {Array.from({ length: dayCount }, (_, day) => (
        <Fragment key={day}>
          <line x1={at(day * dayMs)} x2={at(day * dayMs)} y1={head} y2={bottom} />
          <text x={at((day + 0.5) * dayMs)} y={bottom + 15}>
            {day}
          </text>
        </Fragment>
      ))}
    </g>
  )
}

/** In full, and for a band of about a day. */
const bandNames = {
  order: ['walnut cake', 'order'],
  tombstone: ['tombstone †', '†'],
  nothing: ['nothing', ''],
} as const

/** One replica holds one thing for a while. Its name stands where the replica can be heard. */
function Strip({ band, top, heardFrom }: { band: Band; top: number; heardFrom: number }) {
  const { node, from, to, held, risen } = band
  if (from === 0 && held === 'nothing') return null
  const start = Math.max(from, heardFrom)
  const days = (to - start) / dayMs
  const [long, short] = bandNames[held]
  const room = days < 0.9 ? 'none' : days < 2 ? 'day' : days < 4.5 ? 'days' : 'week'
  return (
    <g class={`zombie-band node-${node}`} data-held={held} data-risen={risen ? '' : undefined}>
      <rect {...across(from, to)} y={top} height={thickness} rx="3" />
      {room !== 'none' && (
        <text class={`zombie-label zombie-room-${room}`} x={at(start)} dx="6" y={top + thickness / 2}>
          {room === 'day' ? short : long}
        </text>
      )}
    </g>
  )
}

function Mark(props: { at: number; bottom: number; text: string; end?: boolean }) {
  return (
    <g class="zombie-mark">
      <line x1={at(props.at)} x2={at(props.at)} y1={head - 6} y2={props.bottom} />
      <text class={props.end ? 'zombie-end' : ''} x={at(props.at)} y={head - 11}>
        {props.text}
      </text>
    </g>
  )
}

/** How long the tombstone is kept. */
function Grace({ story, bottom }: { story: Story; bottom: number }) {
  const { cancelAt, graceEndsAt } = story
  return (
    <g class="zombie-grace">
      <rect {...across(cancelAt, graceEndsAt)} y={head - 5} height="4" />
      <line x1={at(graceEndsAt)} x2={at(graceEndsAt)} y1={head - 6} y2={bottom} />
      <text class="zombie-end" x={at(graceEndsAt)} y={head - 11}>
        gc grace ends
      </text>
    </g>
  )
}

/** The repair: a line through the lanes, and what it carried from lane to lane. */
function Repair(props: { id: string; story: Story; top: (node: string) => number; bottom: number }) {
  const { id, story, top, bottom } = props
  const { repairAt, repair, silent, streams } = story
  const middle = (node: string) => top(node) + thickness / 2
  return (
    <g class="zombie-repair" data-repair={repair}>
      <line class="zombie-repair-line" x1={at(repairAt)} x2={at(repairAt)} y1={head - 2} y2={bottom} />
      {repair === 'refused' &&
        silent.map(({ node }) => (
          <text key={node} class="zombie-refused" x={at(repairAt)} y={middle(node) + 1}>
            ✕
          </text>
        ))}
      {streams
        .filter(({ changed }) => changed)
        .map(({ from, to, held }) => {
          const up = middle(to) < middle(from)
          return (
            <g
              key={`${from} ${to}`}
              class={`zombie-walk node-${from}`}
              data-held={held}
              data-up={up ? '' : undefined}
            >
              <line
                x1={at(repairAt)}
                x2={at(repairAt)}
                y1={middle(from)}
                y2={middle(to) + (up ? 6 : -6)}
                marker-end={`url(#${id}-arrow)`}
              />
              <circle cx={at(repairAt)} cy={middle(from)} r="6" />
            </g>
          )
        })}
    </g>
  )
}

function at(ms: number): string {
  return `${percentAt(ms)}%`
}

function across(from: number, to: number): { x: string; width: string } {
  return { x: at(from), width: `${Math.round((percentAt(to) - percentAt(from)) * 1000) / 1000}%` }
}
