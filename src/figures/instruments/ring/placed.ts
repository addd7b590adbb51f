import { ringOptions, type RingOptions } from '#engine/ring/options.ts'
import {
  datacentreOf,
  firstMembers,
  rackOf,
  rangeOf,
  ringOf,
  tokensFor,
  type Members,
  type Ring,
} from '#engine/ring/placement.ts'
import { rangeContains, type TokenRange } from '#engine/token/range.ts'
import { lowestToken, tokenOf, type Token } from '#engine/token/token.ts'
import { shareOf } from './circle.ts'

/** Where the dials of the ring stand. */
export interface RingChoice {
  /** 'one': three to five nodes in one datacentre. 'two': six nodes in two datacentres, two racks each. */
  readonly layout: 'one' | 'two'
  /** Nodes in the one datacentre, 3 to 5; six in two. */
  readonly nodes: number
  readonly tokens: number
  readonly replicas: number
  /** One node more, which has just joined. */
  readonly joined: boolean
  readonly key: string
}

/** A range of the ring with the nodes that store it, the first replica first. */
interface PlacedRange {
  readonly range: TokenRange
  readonly replicas: readonly string[]
  /** Where it begins and how long it is, as shares of the ring; 0 is the lowest token. */
  readonly start: number
  readonly share: number
}

/** A ring with its nodes, its ranges, and where a key lies. */
export interface Placed {
  readonly nodes: readonly PlacedNode[]
  readonly ranges: readonly PlacedRange[]
  readonly key: { readonly token: Token; readonly at: number; readonly range: PlacedRange }
  /** What the newcomer took over, from whom; undefined when nobody has joined. */
  readonly moved: Moved | undefined
}

interface PlacedNode {
  readonly id: string
  readonly datacentre: string
  readonly rack: string
  /** Shares of the ring: as first replica, and as any. */
  readonly primary: number
  readonly stored: number
}

/** What a newcomer changed. */
export interface Moved {
  readonly id: string
  /** Share of the ring that the newcomer stores. */
  readonly taken: number
  /** By node, the share that it no longer stores. */
  readonly from: readonly { readonly id: string; readonly share: number }[]
}

const names = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const two = {
  A: ['east', 'rack 1'], B: ['east', 'rack 1'], C: ['east', 'rack 2'],
  D: ['west', 'rack 1'], E: ['west', 'rack 2'], F: ['west', 'rack 2'],
} as const // prettier-ignore

/** Ranges, replicas and shares for a choice; the engine's own placement. */
export function placed(choice: RingChoice): Placed {
  const options = optionsOf(choice)
  const before = firstMembers(options)
  const newcomer = newcomerOf(choice)
  const members: Members =
    newcomer === undefined
      ? before
      : {
          ...before,
          [newcomer]: {
            id: newcomer,
            status: 'normal',
            tokens: tokensFor(options, newcomer, choice.nodes, choice.nodes),
            version: 1,
          },
        }
  const ring = ringOf(members, options)
  const ranges = ring.ranges.map((one) => placedRange(one.range, one.replicas))
  const token = tokenOf(choice.key)
  const found = rangeOf(ring, token)!
  return {
    nodes: Object.keys(members).map((id) => ({
      id,
      datacentre: datacentreOf(options, id),
      rack: rackOf(options, id),
      primary: sum(ranges, ({ replicas }) => replicas[0] === id),
      stored: sum(ranges, ({ replicas }) => replicas.includes(id)),
    })),
    ranges,
    key: { token, at: shareOf(token - lowestToken), range: placedRange(found.range, found.replicas) },
    moved: newcomer === undefined ? undefined : movedBetween(ringOf(before, options), ring, newcomer),
  }
}

/** The node that joins next: the next letter, in one datacentre only. */
function newcomerOf({ layout, nodes, joined }: RingChoice): string | undefined {
  return joined && layout === 'one' ? names[nodes] : undefined
}

function optionsOf({ layout, nodes, tokens, replicas }: RingChoice): RingOptions {
  const ids = layout === 'two' ? names : names.slice(0, nodes)
  return ringOptions({
    nodes: ids.map((id) => (layout === 'two' ? { id, datacentre: two[id][0], rack: two[id][1] } : { id })),
    replicas: layout === 'two' ? { east: Math.min(2, replicas), west: Math.min(2, replicas) } : replicas,
    tokens,
  })
}

/** What each node stored before and no longer does, and what the newcomer stores now. */
function movedBetween(before: Ring, after: Ring, id: string): Moved {
  const lost = new Map<string, number>()
  let taken = 0
  // Every old range is cut at the newcomer's tokens, so each new range lies within one old one.
  for (const { range, replicas } of after.ranges) {
    const old = before.ranges.find((one) => rangeContains(one.range, range.right))!
    const share = placedRange(range, replicas).share
    if (replicas.includes(id)) taken += share
    for (const node of old.replicas)
      if (!replicas.includes(node)) lost.set(node, (lost.get(node) ?? 0) + share)
  }
  return { id, taken, from: [...lost].sort().map(([node, share]) => ({ id: node, share })) }
}

function placedRange(range: TokenRange, replicas: readonly string[]): PlacedRange {
  return {
    range,
    replicas,
    start: shareOf(range.left - lowestToken),
    share: shareOf(BigInt.asUintN(64, range.right - range.left)) || 1,
  }
}

function sum(ranges: readonly PlacedRange[], counts: (range: PlacedRange) => boolean): number {
  return ranges.filter(counts).reduce((total, { share }) => total + share, 0)
}
