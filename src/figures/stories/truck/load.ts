import { companionsOf, evenRanges, tokenOfId } from '#figures/instruments/repair/cluster.ts'
import { halves, rangeContains } from '#engine/token/range.ts'

/** One partition on its way between two nodes. */
export interface Crate {
  readonly id: number
  /** The deepest tree at which this partition still travels with the missing one. */
  readonly until: number
}

/** Which way a crate travels, and what its receiver had of it. */
export interface Lane {
  readonly from: 'A' | 'B' | 'C'
  readonly to: 'A' | 'B' | 'C'
  /** 'new': the lane that brings the missing row first; 'again': the one that brings it a second time. */
  readonly brings: 'new' | 'again' | 'nothing'
}

/** Both neighbours stream to B, and B streams back to both. B itself has nothing new for anybody. */
export const lanes: readonly Lane[] = [
  { from: 'A', to: 'B', brings: 'new' },
  { from: 'C', to: 'B', brings: 'again' },
  { from: 'B', to: 'A', brings: 'nothing' },
  { from: 'B', to: 'C', brings: 'nothing' },
]

/** The partitions that share a leaf with the missing one at the shallowest depth shown, and how long they do. */
export function crates(
  count: number,
  missing: number,
  shallowest: number,
  deepest: number,
): readonly Crate[] {
  const leaf = leafChain(missing, deepest)
  return companionsOf(count, missing, shallowest)
    .map((id) => {
      const token = tokenOfId(id)
      let until = shallowest
      while (until < deepest && rangeContains(leaf[until + 1]!, token)) until++
      return { id, until, token }
    })
    .sort((a, b) => (a.token < b.token ? -1 : 1))
    .map(({ id, until }) => ({ id, until }))
}

/** The missing row's range, halved 0 to `deepest` times. */
function leafChain(missing: number, deepest: number) {
  const token = tokenOfId(missing)
  const chain = [evenRanges.find((range) => rangeContains(range, token))!]
  while (chain.length <= deepest) {
    const parts = halves(chain.at(-1)!)!
    chain.push(rangeContains(parts[0], token) ? parts[0] : parts[1])
  }
  return chain
}

/** The crates of a lane at a depth: B can't send the row that it's missing. */
export function onLane(all: readonly Crate[], lane: Lane, missing: number, depth: number): readonly Crate[] {
  return all.filter(({ id, until }) => until >= depth && (lane.from !== 'B' || id !== missing))
}

/** What all lanes carry at a depth. */
export function travelled(all: readonly Crate[], missing: number, depth: number): number {
  return lanes.reduce((sum, lane) => sum + onLane(all, lane, missing, depth).length, 0)
}
