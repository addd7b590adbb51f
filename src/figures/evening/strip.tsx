import { type Drift } from './drift.ts'

const height = 74

const ground = 62

/** The evening from left to right: when the line was dead, how many copies were missing, when the repair ran. */
export function TimeStrip({ drift, atMs }: { drift: Drift; atMs: number }) {
  const { untilMs, dead, repair, missing } = drift
  const x = (ms: number) => `${((ms / untilMs) * 100).toFixed(3)}%`
  const most = Math.max(4, ...missing.map(({ copies }) => copies))
  const steps = missing.map(({ atMs: from, copies }, index) => ({
    from,
    to: missing[index + 1]?.atMs ?? untilMs,
    copies,
  }))
  return (
    <svg class="evening-strip" height={height} width="100%" aria-hidden="true">
      {dead && (
        <rect
          class="dead-line"
          x={x(dead.fromMs)}
          width={x(Math.min(dead.toMs, untilMs) - dead.fromMs)}
          y="0"
          height={ground}
        />
      )}
      {dead && (
        <text class="dead-words" x={x(dead.fromMs)} dx="5" y="14">
          B’s link is cut
        </text>
      )}
      <text class="area-words" x="0" y={ground - 24}>
        copies missing
      </text>
      {repair && <rect class="repair-time" x={x(repair.fromMs)} width="3" y="0" height={ground} />}
      {repair && (
        <text class="repair-words" x={x(repair.fromMs)} dx="8" y="14">
          repair
        </text>
      )}
      {steps.map(({ from, to, copies }) => (
        <rect
          key={from}
          class="drift-area"
          x={x(from)}
          width={x(to - from)}
          y={ground - (copies / most) * 40}
          height={(copies / most) * 40}
        />
      ))}
      <line class="ground" x1="0" x2="100%" y1={ground} y2={ground} />
      {drift.orders.map(({ key, taken }) => (
        <line
          key={key}
          class="order-tick"
          x1={x(taken.atMs)}
          x2={x(taken.atMs)}
          y1={ground}
          y2={ground + 6}
        />
      ))}
      <line class="playhead" x1={x(atMs)} x2={x(atMs)} y1="0" y2={height} />
    </svg>
  )
}
