import type { DiagramProps } from './diagram.tsx'

type GroundProps = DiagramProps & { readonly width: number; readonly bottom: number; readonly head: number }

/** Time: hairlines at the moments that are named, and quiet stretches torn out. */
export function Ground({ axis, bottom, covered, head, from, to }: GroundProps) {
  const limit = covered ? head : Infinity
  const ticks = axis.ticks.filter(({ x }) => x <= limit && x >= from - 60 && x <= to + 60)
  const folds = axis.folds.filter(({ x, width }) => x + width <= limit && x + width >= from && x <= to)
  return (
    <>
      {folds.map(({ x, width, text, chatter }) => (
        <g key={x} class="cluster-fold">
          <path class="cluster-torn" d={torn(x + 8, x + width - 8, bottom)} />
          <text class="cluster-fold-text" x={x + width / 2} y={bottom + (chatter > 0 ? 14 : 20)}>
            {text}
          </text>
          {chatter > 0 && (
            <text class="cluster-chatter" x={x + width / 2} y={bottom + 29}>
              {chatter} in chat
            </text>
          )}
        </g>
      ))}
      {ticks.map(({ x, text }) => (
        <g key={x}>
          <path class="cluster-grid" d={`M${x} 0V${bottom + 4}`} />
          <text class="cluster-tick" x={x} y={bottom + 20}>
            {text}
          </text>
        </g>
      ))}
    </>
  )
}

/** A strip with torn edges. */
function torn(left: number, right: number, bottom: number): string {
  const tooth = 7
  const count = Math.ceil(bottom / tooth)
  const down = Array.from({ length: count }, (_, n) => `L${left + (n % 2 === 0 ? 4 : -1)} ${(n + 1) * tooth}`)
  const up = Array.from(
    { length: count },
    (_, n) => `L${right + (n % 2 === 0 ? 4 : -1)} ${(count - n - 1) * tooth}`,
  )
  return `M${left} 0${down.join('')}L${right} ${count * tooth}${up.join('')}z`
}

/** Where the run stands: its moment is named below. */
export function Head({ x, bottom, text }: { x: number; bottom: number; text: string }) {
  const width = text.length * 6.2 + 16
  const left = Math.max(0, x - width / 2)
  return (
    <g class="cluster-head">
      <path d={`M${x} 2V${bottom + 8}`} />
      <rect x={left} y={bottom + 7} width={width} height="19" rx="4" />
      <text x={left + width / 2} y={bottom + 20.5}>
        {text}
      </text>
    </g>
  )
}
