import type { NodeId } from './core/types.ts'

/** How many replicas must have answered. (Class ConsistencyLevel, Cassandra 5.0; SERIAL is left out.) */
export const levels = [
  'ANY',
  'ONE',
  'TWO',
  'THREE',
  'QUORUM',
  'ALL',
  'LOCAL_ONE',
  'LOCAL_QUORUM',
  'EACH_QUORUM',
] as const

/** One of the {@link levels}. */
export type Level = (typeof levels)[number]

/** The replicas of a key by datacentre, as far as a level cares: who they are and which is the coordinator's own. */
export interface Electorate {
  readonly replicas: readonly NodeId[]
  /** Nodes that are joining and will be replicas: they get writes, and each raises the number of answers needed by one. */
  readonly pending: readonly NodeId[]
  /** The replication factor: of the ring, or of each datacentre. Levels count it, not the replicas that are there. */
  readonly factor: number | { readonly [datacentre: string]: number }
  readonly local: string
  datacentreOf(node: NodeId): string
}

/** More than half: 2 of 3, 3 of 4, 3 of 5. */
export function majority(count: number): number {
  return Math.floor(count / 2) + 1
}

/** How many answers from among these nodes. */
interface Need {
  readonly from: readonly NodeId[]
  readonly count: number
}

const counted = new WeakMap<Electorate, { [Name in Level]?: readonly Need[] }>()

/**
 * How many must answer from each group. The level is met once every group has enough answers. Counted once
 * for each electorate, since every answer asks again.
 */
export function needs(level: Level, electorate: Electorate): readonly Need[] {
  let known = counted.get(electorate)
  if (known === undefined) counted.set(electorate, (known = {}))
  return (known[level] ??= countNeeds(level, electorate))
}

/** ConsistencyLevel.blockFor and blockForWrite. */
function countNeeds(level: Level, electorate: Electorate): readonly Need[] {
  const { replicas, pending, factor, local, datacentreOf } = electorate
  const whole = typeof factor === 'number' ? factor : Object.values(factor).reduce((sum, one) => sum + one, 0)
  const all = [...replicas, ...pending]
  const inLocal = (nodes: readonly NodeId[]) => nodes.filter((node) => datacentreOf(node) === local)
  const group = (from: readonly NodeId[], count: number) => [{ from, count }]
  switch (level) {
    case 'ANY':
      return group(all, 1)
    case 'ONE':
      return group(all, 1 + pending.length)
    case 'TWO':
      return group(all, 2 + pending.length)
    case 'THREE':
      return group(all, 3 + pending.length)
    case 'QUORUM':
      return group(all, majority(whole) + pending.length)
    case 'ALL':
      return group(all, whole + pending.length)
    case 'LOCAL_ONE':
      return group(inLocal(all), 1 + inLocal(pending).length)
    case 'LOCAL_QUORUM':
      return group(inLocal(all), majority(factorOf(factor, local)) + inLocal(pending).length)
    case 'EACH_QUORUM': {
      // SimpleStrategy knows no datacentres: there it is QUORUM.
      if (typeof factor === 'number') return group(all, majority(factor) + pending.length)
      return Object.entries(factor).map(([place, count]) => {
        const here = (nodes: readonly NodeId[]) => nodes.filter((node) => datacentreOf(node) === place)
        return { from: here(all), count: majority(count) + here(pending).length }
      })
    }
  }
}

function factorOf(factor: Electorate['factor'], datacentre: string): number {
  return typeof factor === 'number' ? factor : (factor[datacentre] ?? 0)
}

/** Whether these nodes are enough for the level. */
export function suffices(level: Level, electorate: Electorate, nodes: readonly NodeId[]): boolean {
  for (const { from, count } of needs(level, electorate)) {
    let present = 0
    for (const node of from) if (nodes.includes(node)) present++
    if (present < count) return false
  }
  return true
}

/** How many answers the level asks for in all. */
export function required(level: Level, electorate: Electorate): number {
  return needs(level, electorate).reduce((sum, { count }) => sum + count, 0)
}
