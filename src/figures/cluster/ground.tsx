import type { DiagramProps } from './diagram-props.ts'

/** Below the lanes: a row of moments, and a row that says how long each folded stretch was. */
export const axisHeight = 54

type GroundProps = DiagramProps & {
  readonly top: number
  readonly bottom: number
  readonly head: number
  /** Nothing is drawn to the right of it. */
  readonly limit: number
}

/** Time: hairlines at the moments that are named, and quiet stretches torn out. */
export function Ground({ axis, top, bottom, head, limit, from, to }: GroundProps) {
  // The playhead names its own moment.
  const isHidden = (x: number, text: string) => Math.abs(x - head) < (text.length + 8) * 3.2 + 6
  const ticks = axis.ticks.filter(
    ({ x, text }) => x <= limit && x >= from - 60 && x <= to + 60 && !isHidden(x, text),
  )
  const folds = axis.folds.filter(({ x, width }) => x + width <= limit && x + width >= from && x <= to)
  return (
    <>
      {ticks.map(({ x, text }) => (
        <g key={x}>
          <path class="cluster-grid" d={`M${x} 0V${bottom + 5}`} />
          <text class="cluster-tick" x={x} y={bottom + 20}>
            {text}
          </text>
        </g>
      ))}
      {folds.map(({ x, width, text, chatter }) => {
        const middle = x + width / 2
        return (
          <g key={x} class="cluster-fold" data-fold={text}>
            <path class="cluster-torn" d={torn(x + 10, x + width - 10, bottom)} />
            <path class="cluster-span" d={`M${x + 3} ${bottom + 30}v4h${width - 6}v-4`} />
            <text class="cluster-fold-text" x={middle} y={bottom + 46}>
              {text}
            </text>
            {chatter > 0 && <ChatterMark x={middle} y={top} count={chatter} />}
          </g>
        )
      })}
    </>
  )
}

/** The background folded to one mark: a murmur of dots and how many messages it was. */
function ChatterMark({ x, y, count }: { x: number; y: number; count: number }) {
  const text = count > 9999 ? `${Math.round(count / 1000)}k` : String(count)
  return (
    <g class="cluster-chatter">
      <path d={`M${x - 12} ${y - 14}h24M${x - 9} ${y - 9}h18M${x - 12} ${y - 4}h24`} />
      <text x={x} y={y + 10}>
        {text}
      </text>
    </g>
  )
}

/**
 * A strip with torn edges. In relative steps, the same for every strip and without a sign too many: a page has dozens of them
 * and ships them small.
 */
function torn(left: number, right: number, bottom: number): string {
  const tooth = 7
  const count = Math.ceil(bottom / tooth)
  const edge = (step: number) =>
    `l${Array.from({ length: count }, (_, n) => `${n % 2 === 0 ? 5 : -5} ${step}`).join(' ')}`.replaceAll(
      ' -',
      '-',
    )
  return `M${left} 0${edge(tooth)}H${right}${edge(-tooth)}z`
}

/** Where the run stands: its moment is named below, and what is to come is pale. */
export function Head({
  x,
  width: whole,
  bottom,
  text,
}: {
  x: number
  width: number
  bottom: number
  text: string
}) {
  const width = text.length * 6.3 + 14
  const left = Math.max(0, x - width / 2)
  return (
    <g class="cluster-head">
      <rect class="cluster-later" x={x} y="0" width={Math.max(0, whole - x)} height={bottom} />
      <path d={`M${x} 2V${bottom + 8}`} />
      <rect class="cluster-now-mark" x={left} y={bottom + 7} width={width} height="19" rx="4" />
      <text x={left + width / 2} y={bottom + 20.5}>
        {text}
      </text>
    </g>
  )
}

/** The future, withheld: hatched, and it says what lifts it. */
export function Cover({ x, width, top, bottom }: { x: number; width: number; top: number; bottom: number }) {
  const lines: string[] = []
  for (let start = x - bottom; start < width; start += 14) {
    const from = Math.max(0, x - start)
    const to = Math.min(bottom, width - start)
    if (from < to) lines.push(`M${start + from} ${bottom - from}L${start + to} ${bottom - to}`)
  }
  // Near the playhead: a narrow page shows little of what is after it, and the note is read whole there too.
  const middle = x + Math.min(width - x, 176) / 2
  return (
    <g class="cluster-cover">
      <rect class="cluster-cover-ground" x={x} y="0" width={width - x} height={bottom} />
      <path d={lines.join('')} />
      <rect class="cluster-cover-note" x={middle - 74} y={top - 8} width="148" height="44" rx="6" />
      <text x={middle} y={top + 10}>
        Answer first:
      </text>
      <text x={middle} y={top + 26}>
        the rest is covered.
      </text>
    </g>
  )
}
