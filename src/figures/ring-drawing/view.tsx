import { counted, percentText } from '#figures/quantity.ts'
import ringCss from '#figures/instruments/ring/ring.css?url'
import { arcPath, pointAt, radius, size } from '#figures/instruments/ring/circle.ts'
import { drawnRing, type DrawnNode, type DrawnRange, type RingData } from './shares.ts'

/** Beyond so many ranges their letters would lie upon each other; the table names the nodes anyway. */
const mostNamed = 12
/** How far apart two names are at least, as a share of the ring. */
const least = 0.035
/** The hues of nodes. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F']

/** A ring that a cell has shown: its ranges in the hue of their first replica, and each node's share as a table. */
export function RingDrawing({ data }: { readonly data: RingData }) {
  const ring = drawnRing(data)
  if (typeof ring === 'string') return <p class="cell-notice">{ring}</p>
  if (ring.nodes.length === 0) return <p class="cell-notice">This ring has no nodes.</p>
  const { ranges, nodes } = ring
  return (
    <figure class="ring ring-drawing" data-ranges={ranges.length}>
      <link rel="stylesheet" href={ringCss} />
      <div class="ring-stage">
        <Circle ranges={ranges} nodes={nodes} />
        <Shares nodes={nodes} />
      </div>
      <figcaption>
        A ring of {counted(nodes.length, 'node')} and {counted(ranges.length, 'range')}. Each range has the
        colour of its first replica; the lowest token is at the top, and tokens rise clockwise.
      </figcaption>
    </figure>
  )
}

interface CircleProps {
  readonly ranges: readonly DrawnRange[]
  readonly nodes: readonly DrawnNode[]
}

function Circle({ ranges, nodes }: CircleProps) {
  return (
    <div class="drawing">
      <svg class="ring-circle" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        {ranges.map((one) => (
          <path key={one.right} class={`ring-range ${lookOf(one, nodes)}`} d={arcPath(one)} />
        ))}
        {ranges.map((one) => {
          const [x, y] = pointAt(one.start + one.share, radius)
          return <circle key={one.right} class={`ring-token ${lookOf(one, nodes)}`} cx={x} cy={y} r="4" />
        })}
        {ranges.length <= mostNamed &&
          apart(ranges).map((one) => {
            const [x, y] = pointAt(one.start + one.share, radius - 20)
            return (
              <text key={one.right} x={x} y={y}>
                {one.replicas[0]?.slice(0, 4)}
              </text>
            )
          })}
      </svg>
    </div>
  )
}

function Shares({ nodes }: { readonly nodes: readonly DrawnNode[] }) {
  const isSpread = nodes.some(({ where }) => where !== '')
  return (
    <div class="table" tabIndex={0} role="group" aria-label="What each node stores">
      <table>
        <thead>
          <tr>
            <th scope="col">Node</th>
            {isSpread && <th scope="col">Where</th>}
            <th scope="col">First replica of</th>
            <th scope="col">Stores</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id, where, primary, stored }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              {isSpread && <td>{where}</td>}
              <td>{percentText(primary)}</td>
              <td>{percentText(stored)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A node called by a letter has the hue of that letter everywhere; any other takes its place's among the nodes. */
function lookOf({ replicas }: DrawnRange, nodes: readonly DrawnNode[]): string {
  const [first = ''] = replicas
  const number = /^[A-Z]$/.test(first) ? first.charCodeAt(0) - 65 : nodes.findIndex(({ id }) => id === first)
  return `node-${letters[Math.max(0, number) % letters.length]!}`
}

/** The ranges whose names have room: one that ends right behind a named one goes unnamed. */
function apart(ranges: readonly DrawnRange[]): readonly DrawnRange[] {
  const named: DrawnRange[] = []
  for (const one of ranges) {
    const last = named.at(-1)
    if (last === undefined || one.start + one.share - (last.start + last.share) >= least) named.push(one)
  }
  return named
}
