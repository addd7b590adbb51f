import { spanInWords, type Span } from '#outline/points.ts'

const width = 640
const side = 10
const rowHeight = 40

interface Props {
  readonly spans: readonly Span[]
  /** Where the point of each operation is, by its id. */
  readonly points: { readonly [id: string]: number }
  /** The read that the points don't explain. */
  readonly wrong: string | undefined
}

/**
 * All operations in the order of their calls and answers: a line from each call to its answer, and the point on it. It's told
 * by the sliders below.
 */
export function HistoryDrawing({ spans, points, wrong }: Props) {
  const share = orderScale(spans.flatMap(({ call, end }) => [call, end]))
  const x = (ms: number) => side + share(ms) * (width - 2 * side)
  return (
    <div class="lanes" tabIndex={0} role="group" aria-label="The history as a picture. It’s described below.">
      <svg viewBox={`0 0 ${width} ${spans.length * rowHeight + 8}`} aria-hidden="true">
        {spans.map((span, row) => {
          const y = row * rowHeight + 28
          const isLate = x(span.call) > width / 2
          return (
            <g key={span.id} class="history-span" data-wrong={span.id === wrong}>
              <text x={isLate ? x(span.end) : x(span.call)} y={y - 14} class={isLate ? 'lanes-end' : ''}>
                {spanInWords(span)}
              </text>
              <line x1={x(span.call)} x2={Math.max(x(span.end), x(span.call) + 3)} y1={y} y2={y} />
              <circle cx={x(points[span.id]!)} cy={y} r="6" />
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/**
 * Where a moment is drawn, from 0 to 1. Calls and answers have equal distances, because only their order matters and seconds
 * may lie between operations of some milliseconds; between two of them a moment is where it is.
 */
export function orderScale(moments: readonly number[]): (ms: number) => number {
  const inOrder = [...new Set(moments)].sort((one, other) => one - other)
  const steps = Math.max(1, inOrder.length - 1)
  return (ms) => {
    const next = inOrder.findIndex((moment) => moment >= ms)
    if (next <= 0) return next === 0 ? 0 : 1
    const before = inOrder[next - 1]!
    return (next - 1 + (ms - before) / (inOrder[next]! - before)) / steps
  }
}
