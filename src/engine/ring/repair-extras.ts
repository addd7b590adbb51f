import type { NodeId } from '../core/types.ts'
import { equalRanges, rangeContains, type TokenRange } from '../token/range.ts'
import { awaitAll } from './repair-watch.ts'
import { datacentreOf, type ReplicatedRange } from './placement.ts'
import type { RepairExtras, Session } from './repair-session.ts'
import { rangeText } from './stream.ts'

/**
 * What a repair can be asked beyond its ranges: hosts, datacentres, pull. Only a plan that asks for it carries this.
 */
export const repairExtras: RepairExtras = {
  /** (RepairOption.parse, ActiveRepairService.getNeighbors.) */
  refusal(node, { ranges, range, hosts, datacentres, pull = false }) {
    const here = datacentreOf(node.options, node.id)
    const isHere = datacentres?.length === 1 && datacentres[0] === here
    if (hosts !== undefined && datacentres !== undefined) return 'Cannot combine -dc and -hosts options.'
    if (ranges === 'primary' && (hosts !== undefined || (datacentres !== undefined && !isHere)))
      return 'You need to run primary range repair on all nodes in the cluster.'
    if (pull && hosts?.length !== 2) return 'Pull repair can only be performed between two hosts.'
    if (pull && range === undefined) return 'Token ranges must be specified when performing pull repair.'
    const stranger = hosts?.find((id) => id !== node.id && !node.others.includes(id))
    if (stranger !== undefined) return `Unknown host specified ${stranger}`
    if (hosts?.includes(node.id) === false) return 'The current host must be part of the repair'
    if (datacentres?.includes(here) === false) return 'The local data center must be part of the repair'
    return undefined
  },

  inside,

  participants(node, { hosts, datacentres }, others, range) {
    if (hosts !== undefined) {
      const chosen = others.filter((id) => hosts.includes(id))
      if (chosen.length > 0) return chosen
      const { left, right } = rangeText(range)
      return `Specified hosts [${hosts.join(', ')}] do not share range (${left},${right}] needed for repair`
    }
    if (datacentres === undefined) return others
    return others.filter((id) => datacentres.includes(datacentreOf(node.options, id)))
  },

  scopeOf({ incremental = false, preview = false, validate = false }, session) {
    if (validate) return 'repaired'
    if (!incremental) return 'all'
    return preview ? 'unrepaired' : { session }
  },

  moreTally: ({ preview, validate }) => (preview === true || validate === true ? { wouldSend: 0 } : {}),

  countMore(tally, differing) {
    if (tally.wouldSend === undefined) return
    for (const { partitionsA, partitionsB } of differing) tally.wouldSend += partitionsA + partitionsB
  },

  finished({ node, args, tally }) {
    if (args.validate === true && tally.differingPairs > 0) node.mark('repaired data is inconsistent')
  },

  /** Everybody sets apart what an incremental repair looks at. (CoordinatorSession.) */
  *begin({ node, name }, sessions) {
    const nodes = nodesOf(sessions)
    const asked = nodes.map((id) => {
      const ranges = sessions.flatMap((one) => (one.nodes.includes(id) ? one.ranges.map(rangeText) : []))
      return { to: id, message: 'prepare', args: { repair: name, ranges } }
    })
    const { answers, dead } = yield* awaitAll<boolean>(node, name, asked)
    const refusing = nodes.find((_, index) => answers[index] !== true)
    if (dead !== undefined || refusing === undefined) return dead
    return `${refusing} has sstables that belong to another incremental repair session`
  },

  *end({ node, name }, sessions, repairedAt) {
    const nodes = nodesOf(sessions)
    yield* node.quorum(nodes, nodes.length, 'finalize', { repair: name, repairedAt }, 10_000)
  },

  *turns({ node, name, args: { sequence } }, nodes) {
    const asked = nodes.map((to) => ({ to, message: 'snapshot', args: name }))
    const { dead } = yield* awaitAll(node, name, asked)
    if (dead !== undefined) return dead
    if (sequence === 'sequential') return nodes.map((id) => [id])
    const turns: NodeId[][] = []
    const taken = new Map<string, number>()
    for (const id of nodes) {
      const place = datacentreOf(node.options, id)
      const turn = taken.get(place) ?? 0
      taken.set(place, turn + 1)
      turns[turn] = [...(turns[turn] ?? []), id]
    }
    return turns
  },
}

function nodesOf(sessions: readonly Session[]): readonly NodeId[] {
  return [...new Set(sessions.flatMap(({ nodes }) => nodes))]
}

/** The subrange, with the replicas of the one range of this node that it lies in; or why it can't be. */
function inside(own: readonly ReplicatedRange[], wanted: TokenRange): readonly ReplicatedRange[] | string {
  for (const { range, replicas } of own) {
    if (contains(range, wanted)) return [{ range: wanted, replicas }]
    // Two ranges meet when one of them holds the other's end.
    if (rangeContains(range, wanted.right) || rangeContains(wanted, range.right))
      return (
        `Requested range ${rangeName(wanted)} intersects a local range (${rangeName(range)}) but is not fully ` +
        'contained in one; this would lead to imprecise repair.'
      )
  }
  return []
}

function contains(outer: TokenRange, inner: TokenRange): boolean {
  if (equalRanges(outer, inner)) return true
  const place = (token: bigint) => BigInt.asUintN(64, token - outer.left - 1n)
  const [first, last] = [place(inner.left + 1n), place(inner.right)]
  return first <= last && last <= place(outer.right)
}

function rangeName(range: TokenRange): string {
  const { left, right } = rangeText(range)
  return `(${left},${right}]`
}
