import { Component } from 'preact'
import type { OutlinedMessage } from '#outline/types.ts'
import type { Axis } from './axis.ts'
import { type Lane, shapePath } from './lanes.ts'
import { coordinate } from '#figures/coordinate.ts'
import { arrow, cross } from './marks.ts'

interface MessageProps {
  readonly message: OutlinedMessage
  readonly from: Lane
  readonly to: Lane
  readonly axis: Axis
  readonly at: number
  readonly head: number
  readonly isNow: boolean
  readonly isLit: boolean
  readonly isPicked: boolean
  readonly onPick: ((key: string) => void) | undefined
}

/** A message that is over looks the same at every later moment: only what is on the way is drawn again with each step. */
export class MessageLine extends Component<MessageProps> {
  override shouldComponentUpdate(next: MessageProps): boolean {
    const now = this.props
    const isOver = ({ message: { endIndex }, at }: MessageProps) => endIndex >= 0 && endIndex <= at
    return (
      !(isOver(now) && isOver(next)) ||
      now.message !== next.message ||
      now.axis !== next.axis ||
      now.isNow !== next.isNow ||
      now.isLit !== next.isLit ||
      now.isPicked !== next.isPicked ||
      (now.onPick === undefined) !== (next.onPick === undefined)
    )
  }

  override render(props: MessageProps) {
    // A press is told to the listener of that moment.
    return drawMessage({ ...props, onPick: props.onPick && ((key) => this.props.onPick?.(key)) })
  }
}

/** A slanted line from who sent it to who got it; dashed when it's an answer. */
function drawMessage({ message, from, to, axis, at, head, isNow, isLit, isPicked, onPick }: MessageProps) {
  const { key, sentAt, endAt, endIndex, fate, isReply } = message
  const x1 = axis.x(sentAt)
  const isOver = endIndex >= 0 && endIndex <= at
  const isLost = isOver && fate === 'lost'
  const atOnce = isLost && endAt === sentAt
  const end = endIndex < 0 ? axis.width - 20 : axis.x(endAt)
  // What is lost as it leaves is drawn as a stub.
  const share = atOnce
    ? 0.34
    : isOver
      ? isLost
        ? 0.86
        : 1
      : Math.min(1, Math.max(0, (head - x1) / Math.max(1, end - x1)))
  const x2 = atOnce ? x1 + 16 : x1 + (end - x1) * share
  const y2 = from.y + (to.y - from.y) * share
  const angle = Math.atan2(y2 - from.y, x2 - x1)
  // It hasn't left yet: its name stands beside where it will go.
  const isNew = !isOver && share < 0.1
  const state = isLost ? 'lost' : isOver ? 'received' : 'flying'
  const look = from.kind === 'node' ? from.look : 'cluster-from-client'
  const line = `M${coordinate(x1)} ${from.y}L${coordinate(x2)} ${coordinate(y2)}`
  const name = message.called
  const middle = x1 + (x2 - x1) * 0.5
  // Beside the line, on the side that is past; at the left edge there is no room for it on that side.
  const isBefore = isOver && middle - 7 > name.length * 6.4
  return (
    <g
      class={`cluster-message ${look} is-${state}${isReply ? ' is-reply' : ''}${isNow ? ' is-now' : ''}${isLit ? ' is-lit' : ''}${isPicked ? ' is-picked' : ''}`}
      data-message={key}
      data-fate={state}
      data-path={state === 'flying' ? `${coordinate(x1)} ${from.y} ${coordinate(end)} ${to.y}` : undefined}
      onClick={onPick && (() => onPick(key))}
    >
      {onPick && <path class="cluster-hit" d={line} />}
      <path class="cluster-flight" d={line} />
      {state === 'received' && <path class="cluster-arrow" d={arrow(x2, y2, angle)} />}
      {state === 'flying' && share > 0 && (
        <path class="cluster-tip" d={shapePath(from.shape, coordinate(x2), coordinate(y2), 4.5)} />
      )}
      {state === 'lost' && <path class="cluster-cross" d={cross(coordinate(x2), coordinate(y2), 5)} />}
      {(isNow || isPicked) && (
        <text
          class={isBefore ? 'cluster-name is-before' : 'cluster-name'}
          x={coordinate(middle + (isBefore ? -7 : 13))}
          y={coordinate(isNew ? from.y + 24 * Math.sign(to.y - from.y) : from.y + (y2 - from.y) * 0.5 + 4)}
        >
          {name}
        </text>
      )}
    </g>
  )
}
