import type { Bar, Outcome, ToldDuel } from './told.ts'

/** What each outcome is called, and the sign that tells it apart without its colour. */
export const outcomes: { readonly [name in Outcome]: { readonly label: string; readonly sign: string } } = {
  ok: { label: 'answered', sign: '●' },
  stale: { label: 'stale answer', sign: '◐' },
  refused: { label: 'refused', sign: '✕' },
  unknown: { label: 'unknown', sign: '?' },
}

const width = 640
const rowHeight = 26
const left = 92

interface Props {
  readonly told: ToldDuel
  /** Draws nothing after this moment, and a line at it. */
  readonly at: number
}

/** Both databases on one clock: a row for each client, a bar from each call to its answer. */
export function Lanes({ told, at }: Props) {
  const { until, faults, sides } = told
  const x = (ms: number) => left + (ms / until) * (width - left - 8)
  return (
    <div class="lanes" tabIndex={0} role="group" aria-label="Both databases on one clock">
      {sides.map(({ name, rows }) => (
        <svg
          key={name}
          viewBox={`0 0 ${width} ${rows.length * rowHeight + 34}`}
          role="img"
          aria-label={`${name}: ${rows.map(({ client, bars }) => `${client}, ${spoken(bars, at)}`).join('; ')}`}
        >
          <text class="lanes-name" x="0" y="12">
            {name}
          </text>
          {faults.map(({ at: moment, text }) => (
            <g key={`${moment} ${text}`} class="lanes-fault">
              <line x1={x(moment)} x2={x(moment)} y1="16" y2={rows.length * rowHeight + 22} />
              <text x={x(moment) + 3} y="12">
                {text}
              </text>
            </g>
          ))}
          {rows.map(({ client, bars }, row) => (
            <g key={client} transform={`translate(0 ${20 + row * rowHeight})`}>
              <text class="lanes-client" x="0" y="14">
                {client}
              </text>
              {bars
                .filter(({ call }) => call <= at)
                .map(({ kind, call, end, outcome }) => (
                  <rect
                    key={`${call} ${kind}`}
                    class="lanes-bar"
                    data-outcome={end > at ? 'waiting' : outcome}
                    x={x(call)}
                    y={kind === 'write' ? 3 : 13}
                    width={Math.max(2, x(Math.min(end, at)) - x(call))}
                    height="8"
                  />
                ))}
            </g>
          ))}
          <line class="lanes-now" x1={x(at)} x2={x(at)} y1="16" y2={rows.length * rowHeight + 22} />
          <text class="lanes-time" x={left} y={rows.length * rowHeight + 32}>
            0 s
          </text>
          <text class="lanes-time lanes-end" x={width - 8} y={rows.length * rowHeight + 32}>
            {until / 1000} s
          </text>
        </svg>
      ))}
    </div>
  )
}

function spoken(bars: readonly Bar[], at: number): string {
  const counted = new Map<string, number>()
  for (const { call, end, outcome } of bars) {
    if (call > at) continue
    const label = end > at ? 'waiting' : outcomes[outcome].label
    counted.set(label, (counted.get(label) ?? 0) + 1)
  }
  return [...counted].map(([label, count]) => `${count} ${label}`).join(', ') || 'nothing yet'
}

/** What the colours mean. */
export function LanesLegend() {
  return (
    <ul class="lanes-legend">
      {Object.entries(outcomes).map(([name, { label, sign }]) => (
        <li key={name}>
          <span class="lanes-sign" data-outcome={name} aria-hidden="true">
            {sign}
          </span>{' '}
          {label}
        </li>
      ))}
      <li>writes above, reads below</li>
    </ul>
  )
}
