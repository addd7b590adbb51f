import { Component } from 'preact'
import type { RunOutline } from '#outline/types.ts'
import { cutText } from './conditions.ts'
import type { DiagramProps } from './diagram-props.ts'
import type { Lane } from './lanes.ts'
import { cross } from './marks.ts'

type LaneProps = DiagramProps & { readonly lane: Lane; readonly width: number; readonly head: number }

/** A line that nothing befalls is drawn once. */
export class LaneLine extends Component<LaneProps> {
  override shouldComponentUpdate(next: LaneProps): boolean {
    const { lane, outline, axis, width } = this.props
    return (
      lane !== next.lane ||
      outline !== next.outline ||
      axis !== next.axis ||
      width !== next.width ||
      outline.cuts.length > 0 ||
      outline.outages.some(({ node }) => node === lane.id)
    )
  }

  override render(props: LaneProps) {
    return drawLane(props)
  }
}

/** One participant's line: whole while it's up, dotted while it's down, doubled while it stands still. */
function drawLane({ lane, outline, axis, at, width, head }: LaneProps) {
  const { y, top, height } = lane
  if (lane.kind === 'client') return <path class="cluster-client" d={`M0 ${y}H${width}`} />
  const lives = outline.outages.filter(({ node, fromIndex }) => node === lane.id && fromIndex <= at)
  const endOf = (to: number | null, index: number | null) =>
    to === null || index === null || index > at ? Math.max(head, 0) : axis.x(to)
  const gaps = lives.map((life) => ({ ...life, x: axis.x(life.from), end: endOf(life.to, life.toIndex) }))
  const whole: [number, number][] = []
  let start = 0
  let isOpen = false
  for (const { x, end, to, toIndex } of gaps) {
    if (x > start) whole.push([start, x])
    start = end
    isOpen = to === null || toIndex === null || toIndex > at
  }
  if (!isOpen) whole.push([start, width])
  return (
    <g class={`cluster-lane ${lane.look}${lane.hollow ? ' cluster-hollow' : ''}`} data-lane={lane.id}>
      {lane.opensGroup && <path class="cluster-group" d={`M0 ${top - 11}H${width}`} />}
      {cutsOn(lane, outline, at).map(({ cut, label }) => {
        const x = axis.x(cut.at)
        const end = cut.healedIndex === null || cut.healedIndex > at ? head : axis.x(cut.healedAt!)
        return (
          <g key={cut.fault} class="cluster-cut" data-cut={cut.fault}>
            <rect x={x} y={top + 5} width={Math.max(4, end - x)} height={height - 10} />
            <path d={`M${x} ${top + 5}v${height - 10}`} />
            <text {...beside(x, 7, head, label)} y={top + 17}>
              {label}
            </text>
          </g>
        )
      })}
      {whole.map(([x1, x2]) => (
        <path key={x1} class="cluster-line" d={`M${x1} ${y}H${x2}`} />
      ))}
      {gaps.map(({ x, end, state, fromIndex }) => (
        <g key={fromIndex} class={`cluster-${state}`} data-life={state}>
          <path d={`M${x} ${y}H${end}`} />
          {fromIndex >= 0 && state === 'down' && <path class="cluster-cross" d={cross(x, y, 6)} />}
          {state === 'paused' && (
            <path class="cluster-bars" d={`M${x - 3} ${y - 7}v14M${x + 3} ${y - 7}v14`} />
          )}
          {fromIndex >= 0 && (
            <text {...beside(x, 11, head, 'stands still')} y={y - 8}>
              {state === 'down' ? 'down' : 'stands still'}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** Beside a mark on its right; on its left while the playhead stands on the mark, since what is to come is pale. */
function beside(x: number, distance: number, head: number, text: string) {
  const isNow = x > head - 1 && x - distance > text.length * 6.4
  return isNow ? { x: x - distance, class: 'is-before' } : { x: x + distance }
}

/** The cuts that are shown on this lane: those of the smaller side. */
function cutsOn(lane: Lane, outline: RunOutline, at: number) {
  return outline.cuts.flatMap((cut) => {
    const label = cut.index > at ? undefined : cutText(cut, lane.id, outline)
    return label === undefined ? [] : [{ cut, label }]
  })
}
