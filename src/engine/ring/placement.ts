import type { NodeId } from '../core/types.ts'
import type { TokenRange } from '../token/range.ts'
import { lowestToken, tokenOf, type Token } from '../token/token.ts'
import type { RingOptions } from './options.ts'

/** A node's part in the ring. 'joining' nodes get writes but aren't read from; 'leaving' ones still serve. */
export interface Member {
  readonly id: NodeId
  readonly status: 'normal' | 'joining' | 'leaving' | 'left'
  readonly tokens: readonly string[]
  /** Counts this node's changes of status: the higher one is the newer. */
  readonly version: number
  /** The dead node whose place it takes, while it joins. */
  readonly replaces?: NodeId
}

/** All nodes that a node knows of, by id. */
export type Members = { readonly [id: NodeId]: Member }

interface Seat {
  readonly token: Token
  readonly id: NodeId
}

/** The members that a cluster begins with: all nodes that aren't absent. */
export function firstMembers(options: RingOptions): Members {
  let members = first.get(options)
  if (members === undefined) first.set(options, (members = membersAtFirst(options)))
  return members
}

/** Made once for each setting, so every node and every run gets the same object, and the same ring. */
const first = new WeakMap<RingOptions, Members>()

function membersAtFirst(options: RingOptions): Members {
  const present = options.nodes.filter(({ absent }) => absent !== true).map(({ id }) => id)
  return Object.fromEntries(
    present.map((id, index) => [
      id,
      { id, status: 'normal', tokens: tokensFor(options, id, index, present.length), version: 1 },
    ]),
  )
}

/** The tokens a node takes: given, evenly spaced, or hashed from its name where it takes several. */
export function tokensFor(
  { tokens }: RingOptions,
  id: NodeId,
  index: number,
  count: number,
): readonly string[] {
  if (typeof tokens === 'object') return tokens[id] ?? [String(tokenOf(id))]
  if (tokens === 1 && index < count)
    return [String(lowestToken + ((BigInt(index) + 1n) * 2n ** 64n) / BigInt(count) - 1n)]
  return Array.from({ length: tokens }, (_, number) => String(tokenOf(`${id}:${number}`)))
}

/** The ring as one view of its members sees it; made once for each view, since views are replaced, never changed. */
export interface Ring {
  readonly seats: readonly Seat[]
  /** The ranges between neighbouring tokens, each with its replicas, the first one being its primary. */
  readonly ranges: readonly ReplicatedRange[]
}

/** A range of tokens and the nodes that store it, in the order in which the strategy chose them. */
export interface ReplicatedRange {
  readonly range: TokenRange
  readonly replicas: readonly NodeId[]
}

const known = new WeakMap<Members, Map<RingOptions, Ring>>()

/** The ring of the nodes that serve reads: normal and leaving members. */
export function ringOf(members: Members, options: RingOptions): Ring {
  let byOptions = known.get(members)
  if (byOptions === undefined) known.set(members, (byOptions = new Map()))
  let ring = byOptions.get(options)
  if (ring === undefined)
    byOptions.set(options, (ring = seated(Object.values(members).filter(serves), options)))
  return ring
}

/** The ring as it will be once every joining node has joined and every leaving node has left. */
export function futureRingOf(members: Members, options: RingOptions): Ring {
  const all = Object.values(members)
  const replaced = all.flatMap(({ status, replaces }) =>
    status === 'joining' && replaces !== undefined ? [replaces] : [],
  )
  const isStaying = ({ id, status }: Member) =>
    (status === 'normal' || status === 'joining') && !replaced.includes(id)
  return seated(all.filter(isStaying), options)
}

/** Whether it is a member that hasn't left. */
export function isServing({ status }: Member): boolean {
  return status !== 'left'
}

/** Whether it joins or leaves at the moment. */
export function isMoving({ status }: Member): boolean {
  return status === 'joining' || status === 'leaving'
}

function serves({ status }: Member): boolean {
  return status === 'normal' || status === 'leaving'
}

function seated(members: readonly Member[], options: RingOptions): Ring {
  const seats = members
    .flatMap(({ id, tokens }) => tokens.map((token) => ({ token: BigInt(token), id })))
    .sort((a, b) => (a.token < b.token ? -1 : 1))
  const ranges = seats.map(({ token }, index) => ({
    range: { left: seats.at(index - 1)!.token, right: token },
    replicas: replicasFrom(seats, index, options),
  }))
  return { seats, ranges }
}

/** The replicas of a token: first the node whose range it falls into, then clockwise as the strategy says. */
export function replicasOf(ring: Ring, token: Token): readonly NodeId[] {
  return rangeOf(ring, token)?.replicas ?? []
}

/** The range that the token falls into; undefined when nobody serves. */
export function rangeOf({ seats, ranges }: Ring, token: Token): ReplicatedRange | undefined {
  const index = seats.findIndex((seat) => token <= seat.token)
  return ranges[index < 0 ? 0 : index]
}

function replicasFrom(seats: readonly Seat[], start: number, options: RingOptions): readonly NodeId[] {
  const clockwise = [...new Set([...seats.slice(start), ...seats.slice(0, start)].map(({ id }) => id))]
  const { replicas } = options
  return typeof replicas === 'number'
    ? clockwise.slice(0, replicas)
    : acrossRacks(clockwise, replicas, options)
}

/**
 * NetworkTopologyStrategy: in each datacentre walk clockwise and take a node of a rack not yet used; take a second of a
 * rack only when there are fewer racks than replicas. (Class NetworkTopologyStrategy, DatacenterEndpoints.)
 */
function acrossRacks(
  clockwise: readonly NodeId[],
  replicas: { readonly [datacentre: string]: number },
  options: RingOptions,
): readonly NodeId[] {
  const chosen: NodeId[] = []
  const racks = new Map<string, Set<string>>()
  const left = new Map(Object.entries(replicas))
  const repeats = new Map<string, number>()
  for (const [datacentre, count] of left) {
    const there = clockwise.filter((id) => datacentreOf(options, id) === datacentre)
    racks.set(datacentre, new Set())
    repeats.set(datacentre, count - new Set(there.map((id) => rackOf(options, id))).size)
  }
  for (const id of clockwise) {
    const datacentre = datacentreOf(options, id)
    const open = left.get(datacentre) ?? 0
    if (open === 0) continue
    const used = racks.get(datacentre)!
    const rack = rackOf(options, id)
    if (used.has(rack)) {
      const more = repeats.get(datacentre)!
      if (more <= 0) continue
      repeats.set(datacentre, more - 1)
    }
    used.add(rack)
    chosen.push(id)
    left.set(datacentre, open - 1)
  }
  return chosen
}

/** How many copies there are of each range, in all datacentres. */
export function copiesIn({ replicas }: RingOptions): number {
  return typeof replicas === 'number' ? replicas : Object.values(replicas).reduce((sum, one) => sum + one, 0)
}

/** A node's datacentre; one that all share where the plan gives none. */
export function datacentreOf({ nodes }: RingOptions, id: NodeId): string {
  return nodes.find((node) => node.id === id)?.datacentre ?? 'datacentre1'
}

/** A node's rack; one that all share where the plan gives none. */
export function rackOf({ nodes }: RingOptions, id: NodeId): string {
  return nodes.find((node) => node.id === id)?.rack ?? 'rack1'
}

/** The ranges that the node stores after and not before, as fine as both rings cut them, who stores them now, and who will not. */
export function gains(before: Ring, after: Ring, id: NodeId) {
  const cuts = [...new Set([...before.seats, ...after.seats].map(({ token }) => token))].sort((a, b) =>
    a < b ? -1 : 1,
  )
  return cuts
    .map((right, index) => ({ left: cuts.at(index - 1)!, right }))
    .map((range) => ({
      range,
      sources: replicasOf(before, range.right),
      then: replicasOf(after, range.right),
    }))
    .filter(({ sources, then }) => then.includes(id) && !sources.includes(id))
    .map((gain) => ({ ...gain, losing: gain.sources.filter((source) => !gain.then.includes(source)) }))
}
