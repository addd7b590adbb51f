import { Component } from 'preact'
import type { Step } from '#outline/types.ts'
import { type Lane, shapePath } from './lanes.ts'
import { coordinate } from '#figures/coordinate.ts'

interface DotProps {
  readonly step: Step
  readonly lane: Lane | undefined
  readonly x: number
  readonly isCurrent: boolean
  readonly isLit: boolean
  readonly onPick: ((index: number) => void) | undefined
}

/** Drawn again only when it becomes, or ceases to be, the one that is told or lit. */
export class Dot extends Component<DotProps> {
  override shouldComponentUpdate(next: DotProps): boolean {
    const now = this.props
    return (
      now.step !== next.step ||
      now.lane !== next.lane ||
      now.x !== next.x ||
      now.isCurrent !== next.isCurrent ||
      now.isLit !== next.isLit ||
      (now.onPick === undefined) !== (next.onPick === undefined)
    )
  }

  override render(props: DotProps) {
    return drawDot({ ...props, onPick: props.onPick && ((index) => this.props.onPick?.(index)) })
  }
}

/** A step on its lane: the node's own shape, ringed while it's the one that is told. */
function drawDot({ step, lane, x, isCurrent, isLit, onPick }: DotProps) {
  if (lane === undefined) return null
  const { y, shape, look, kind } = lane
  // A fault strikes, and a message is lost, without the node's doing anything.
  const acts = step.type !== 'fault' && step.type !== 'lost'
  return (
    <g
      class={`cluster-step ${kind === 'node' ? look : 'cluster-from-client'}${isCurrent ? ' is-current' : ''}${isLit ? ' is-lit' : ''}`}
      data-step={step.index}
      onClick={onPick && (() => onPick(step.index))}
    >
      {isLit && <circle class="cluster-halo" cx={x} cy={y} r="11" />}
      {isCurrent && <circle class="cluster-ring" cx={x} cy={y} r="9" />}
      {kind === 'node' && acts && (
        <path
          class={lane.hollow ? 'cluster-dot cluster-hollow' : 'cluster-dot'}
          d={shapePath(shape, coordinate(x), y, 3.8)}
        />
      )}
      {onPick && <circle class="cluster-hit" cx={x} cy={y} r="12" />}
    </g>
  )
}
