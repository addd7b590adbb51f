import { ringOptions } from '#engine/ring/options.ts'
import { datacentreOf, firstMembers, rackOf, ringOf } from '#engine/ring/placement.ts'
import { lowestToken } from '#engine/token/token.ts'
import { shareOf } from '#figures/instruments/ring/circle.ts'

/** What `show` of a ring gives: the options of the system, or the ranges of a ring that a cell has worked out itself. */
export type RingData =
  | { readonly options: unknown }
  | {
      readonly ranges: readonly {
        readonly left: string
        readonly right: string
        readonly replicas: readonly string[]
      }[]
      /** How many ranges the ring has; the picture may hold fewer. */
      readonly all: number
    }

/** A range of the ring with the nodes that store it, the first replica first. */
export interface DrawnRange {
  readonly right: string
  /** Where it begins and how long it is, as shares of the ring; 0 is the lowest token. */
  readonly start: number
  readonly share: number
  readonly replicas: readonly string[]
}

/** A node and how much of the ring it stores. */
export interface DrawnNode {
  readonly id: string
  readonly where: string
  /** Shares of the ring: as first replica, and as any. */
  readonly primary: number
  readonly stored: number
}

interface DrawnRing {
  readonly ranges: readonly DrawnRange[]
  readonly nodes: readonly DrawnNode[]
}

/** The most tokens of all nodes together that a page works out. */
const mostTokens = 1024

/** The most nodes that a picture names. */
const mostNodes = 200

/**
 * Who stores which part of the ring; as a text, why that can't be drawn.
 * @throws PlanError for options that no ring has
 */
export function drawnRing(data: RingData): DrawnRing | string {
  if ('ranges' in data) {
    if (data.all > data.ranges.length || data.all > mostTokens || data.ranges.length > mostTokens)
      return tooMany(Math.max(data.all, data.ranges.length))
    const nodes = new Set(data.ranges.flatMap(({ replicas }) => replicas)).size
    if (nodes > mostNodes || data.ranges.some(({ replicas }) => replicas.length > mostNodes))
      return `This ring has more than ${mostNodes} nodes, which is the most that a picture names.`
    return withNodes(data.ranges, () => '')
  }
  const options = ringOptions(data.options as never)
  const { tokens } = options
  const count = options.nodes.reduce(
    (sum, { id }) => sum + (typeof tokens === 'number' ? tokens : (tokens[id]?.length ?? 1)),
    0,
  )
  if (count > mostTokens) return tooMany(count)
  const { ranges } = ringOf(firstMembers(options), options)
  const isSpread = options.nodes.some(({ datacentre, rack }) => datacentre ?? rack)
  const where = (id: string) => (isSpread ? `${datacentreOf(options, id)}, ${rackOf(options, id)}` : '')
  return withNodes(
    ranges.map(({ range, replicas }) => ({ left: `${range.left}`, right: `${range.right}`, replicas })),
    where,
  )
}

function tooMany(count: number): string {
  return `This ring has ${count} tokens, and a picture shows at most ${mostTokens}. Give each node fewer of them.`
}

function withNodes(
  all: readonly { readonly left: string; readonly right: string; readonly replicas: readonly string[] }[],
  where: (id: string) => string,
): DrawnRing {
  const ranges = all.map(({ left, right, replicas }) => ({
    right,
    start: shareOf(BigInt(left) - lowestToken),
    // One token alone owns the whole ring.
    share: shareOf(BigInt.asUintN(64, BigInt(right) - BigInt(left))) || 1,
    replicas,
  }))
  const ids = [...new Set(ranges.flatMap(({ replicas }) => replicas))].sort()
  const sum = (counts: (range: DrawnRange) => boolean) =>
    ranges.filter(counts).reduce((total, { share }) => total + share, 0)
  const nodes = ids.map((id) => ({
    id,
    where: where(id),
    primary: sum(({ replicas }) => replicas[0] === id),
    stored: sum(({ replicas }) => replicas.includes(id)),
  }))
  return { ranges, nodes }
}
