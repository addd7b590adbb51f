import type { OutlinedOperation, RunOutline } from '#outline/types.ts'
import type { Axis } from './axis.ts'
import type { Lane } from './lanes.ts'
import { cross } from './marks.ts'

interface OperationProps {
  readonly operation: OutlinedOperation
  readonly lane: Lane
  readonly axis: Axis
  readonly at: number
  readonly head: number
  /** How wide its words may be. */
  readonly space: number
  readonly isLit: boolean
}

/** What a client asked: from the call until it had its answer, or gave up. */
export function OperationBar({ operation, lane, axis, at, head, space, isLit }: OperationProps) {
  const { id, call, end, endIndex, answer, asked, answered } = operation
  const x1 = axis.x(call)
  const isOver = end !== null && endIndex !== null && endIndex <= at
  const x2 = Math.max(x1 + 3, isOver ? axis.x(end) : head)
  const { y } = lane
  const state = isOver ? answer : 'open'
  // Beside the bar; where the same client asks again at once, below it.
  const beside = space - (x2 - x1) - 12
  const hasRoom = beside >= Math.min(answered.length, 24) * 6.1
  return (
    <g
      class={`cluster-operation is-${state}${isLit ? ' is-lit' : ''}`}
      data-operation={id}
      data-do={operation.do}
      data-answer={state}
    >
      <path class="cluster-bar" d={`M${x1} ${y}H${x2}`} />
      <path class="cluster-bar-end" d={`M${x1} ${y - 5}v10`} />
      {isOver && answer === 'unknown' ? (
        <path class="cluster-cross" d={cross(x2, y, 5)} />
      ) : isOver ? (
        <circle class="cluster-bar-end" cx={x2} cy={y} r="4.5" />
      ) : null}
      <text class="cluster-asked" x={x1 - 1} y={y - 13}>
        {fitted(asked, space)}
      </text>
      {isOver && (
        <text class="cluster-answered" x={hasRoom ? x2 + 13 : x2 - 4} y={hasRoom ? y + 4 : y + 18}>
          {fitted(answered, hasRoom ? beside : Math.max(60, space))}
        </text>
      )}
    </g>
  )
}

/** Until the same client asks again. */
export function spaceFor(
  operation: OutlinedOperation,
  { operations }: RunOutline,
  axis: Axis,
  width: number,
): number {
  const next = operations.find(
    ({ client, callIndex }) => client === operation.client && callIndex > operation.callIndex,
  )
  return (next === undefined ? width : axis.x(next.call)) - axis.x(operation.call) - 10
}

function fitted(text: string, room: number): string {
  const most = Math.max(4, Math.floor(room / 6.1))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
