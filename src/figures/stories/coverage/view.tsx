import { counted } from '#figures/quantity.ts'

/** Which nodes ran a repair, whether of primary ranges only, and how many of its rows C then had. */
interface CoverageStep {
  readonly title: string
  readonly nodes: readonly ('A' | 'B' | 'C')[]
  readonly primary: boolean
  /** Undefined where nothing was recorded. */
  readonly rows: number | undefined
}

const centre = 60
const radius = 40

/** Rings side by side: an arc of the ring is covered once for each repair that reaches it. */
export function CoverageView({ steps, all }: { steps: readonly CoverageStep[]; all: number }) {
  return (
    <ol class="coverage">
      {steps.map(({ title, nodes, primary, rows }) => (
        <li key={title}>
          <b>{title}</b>
          <svg viewBox="0 0 120 120" aria-hidden="true">
            {(['A', 'B', 'C'] as const).map((owner, index) => (
              <g key={owner} class={`node-${owner}`}>
                <path class="coverage-range" d={arc(index, radius)} />
                {nodes
                  .filter((node) => !primary || node === owner)
                  .map((node, turn) => (
                    <path key={node} class="coverage-done" d={arc(index, radius - 7 * turn)} />
                  ))}
                <text x={point(index + 0.5, radius + 13)[0]} y={point(index + 0.5, radius + 13)[1]}>
                  {owner}
                </text>
              </g>
            ))}
          </svg>
          <span>
            {rows === undefined
              ? `Every range is repaired ${counted(nodes.length, 'time')}.`
              : `C has ${rows} of ${all} rows.`}
          </span>
        </li>
      ))}
    </ol>
  )
}

function point(turn: number, far: number): readonly [number, number] {
  const angle = (turn / 3 - 0.25) * 2 * Math.PI
  return [
    Math.round((centre + far * Math.cos(angle)) * 10) / 10,
    Math.round((centre + far * Math.sin(angle)) * 10) / 10,
  ]
}

function arc(index: number, far: number): string {
  const [x1, y1] = point(index + 0.02, far)
  const [x2, y2] = point(index + 0.98, far)
  return `M${x1} ${y1}A${far} ${far} 0 0 1 ${x2} ${y2}`
}
