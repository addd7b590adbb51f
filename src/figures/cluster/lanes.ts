import type { RunOutline } from '#outline/types.ts'
import { coordinate } from '#figures/coordinate.ts'

/** The line of one participant through time. */
export interface Lane {
  readonly id: string
  readonly kind: 'client' | 'node'
  /** The node's class: its hue and shape. Empty for a client. */
  readonly look: string
  readonly shape: Shape
  /** Drawn hollow: the second six nodes have the hues of the first. */
  readonly hollow: boolean
  readonly datacentre: string | undefined
  /** The first of its datacentre; what is before it is set apart. */
  readonly opensGroup: boolean
  readonly top: number
  readonly height: number
  /** Where its line runs. */
  readonly y: number
}

/** The shape of a node, which it has everywhere, so that no colour tells it alone. */
export type Shape = 'circle' | 'square' | 'triangle' | 'diamond' | 'pentagon' | 'hexagon'

const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const shapes: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon']

/** Heights that cluster.css knows: .lane-84 and so on. */
export const clientHeight = 54
const groupGap = 22

/** How high a lane is where there are so many nodes; one of the heights of {@link clientHeight}. */
export function laneHeight(nodes: number): 84 | 68 | 52 | 42 {
  if (nodes <= 3) return 84
  if (nodes <= 5) return 68
  return nodes <= 7 ? 52 : 42
}

type LaneOwners = Pick<RunOutline, 'nodes' | 'clients' | 'operations'>

const known = new WeakMap<LaneOwners, readonly Lane[]>()

/** Clients on top, those that ask something; then the nodes, each datacentre together. The same for the same run. */
export function lanesOf(outline: LaneOwners): readonly Lane[] {
  let lanes = known.get(outline)
  if (lanes === undefined) known.set(outline, (lanes = makeLanes(outline)))
  return lanes
}

function makeLanes({ nodes, clients, operations }: LaneOwners): readonly Lane[] {
  const lanes: Lane[] = []
  let top = 0
  for (const { id } of clients) {
    if (!operations.some(({ client }) => client === id)) continue
    const height = clientHeight
    const y = top + 36
    lanes.push({ id, kind: 'client', look: '', shape: 'circle', hollow: false, datacentre: undefined, opensGroup: false, top, height, y }) // prettier-ignore
    top += height
  }
  const datacentres = [...new Set(nodes.map(({ datacentre }) => datacentre))]
  const isGrouped = datacentres.length > 1
  const height = laneHeight(nodes.length)
  for (const datacentre of datacentres) {
    const members = nodes.filter((node) => node.datacentre === datacentre)
    for (const [place, { id }] of members.entries()) {
      const opensGroup = isGrouped && place === 0
      if (opensGroup) top += groupGap
      const number = numberOf(id, nodes)
      const look = `node-${letters[number % letters.length]!}`
      const shape = shapes[number % shapes.length]!
      lanes.push({ id, kind: 'node', look, shape, hollow: number >= letters.length, datacentre, opensGroup, top, height, y: top + height / 2 }) // prettier-ignore
      top += height
    }
  }
  return lanes
}

/** A node called by a letter has the hue of that letter everywhere; any other takes the place it has in the plan. */
function numberOf(id: string, nodes: RunOutline['nodes']): number {
  return /^[A-Z]$/.test(id) ? id.charCodeAt(0) - 65 : nodes.findIndex((node) => node.id === id)
}

/** The outline of a node's shape around a point. */
export function shapePath(shape: Shape, x: number, y: number, r: number): string {
  if (shape === 'circle') return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
  const points = corners[shape].map(([dx, dy]) => `${coordinate(x + dx * r)} ${coordinate(y + dy * r)}`)
  return `M${points.join('L')}z`
}

const corners: { readonly [Name in Exclude<Shape, 'circle'>]: readonly (readonly [number, number])[] } = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]], // prettier-ignore
  triangle: [[0, -1.1], [1.1, 0.9], [-1.1, 0.9]], // prettier-ignore
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]], // prettier-ignore
  pentagon: [[0, -1.1], [1.1, -0.25], [0.7, 1], [-0.7, 1], [-1.1, -0.25]], // prettier-ignore
  hexagon: [[-0.55, -0.95], [0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95], [-1.1, 0]], // prettier-ignore
}
