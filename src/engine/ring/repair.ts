import type { Json, NodeId, Task } from '../core/types.ts'
import { rangeDifference } from '../merkle/range-difference.ts'
import type { Repair, RepairArgs, RepairExtras, Session, Tally } from './repair-session.ts'
import { targetsOf } from './repair-targets.ts'
import { awaitAll } from './repair-watch.ts'
import { nowSeconds, type RingNode } from './state.ts'
import { rangeText, type RangeText, type Streamed } from './stream.ts'
import type { TravellingTrees, ValidationRequest } from './validation.ts'

let extras: RepairExtras | undefined

/** What a repair may do beside the full one: handed in, so that the rest can be loaded without it. */
export function provideExtras(given: RepairExtras): void {
  extras = given
}

const emptyTally: Tally = {
  ranges: 0,
  trees: 0,
  treeBytes: 0,
  readBytes: 0,
  pairs: 0,
  differingPairs: 0,
  differingRanges: 0,
  partitions: 0,
  needed: 0,
  bytes: 0,
}

/**
 * Coordinates a repair: refused as a whole when a replica is down; then a session for all ranges that have the same
 * replicas, side by side. (RepairCoordinator, RepairSession, RepairJob.)
 */
export function* repair(node: RingNode, args: RepairArgs): Task<Json> {
  const targets = targetsOf(node, args, extras)
  if ('refused' in targets) return failed(node, { ...targets.refused, ...emptyTally })
  const { sessions, isAll } = targets
  const startedAt = node.now()
  const name = `repair ${node.id} ${startedAt}`
  const tally = { ...emptyTally, ...extras?.moreTally(args) }
  const own: Repair = { node, name, args, scope: extras?.scopeOf(args, name) ?? 'all', tally }
  const isMarking = typeof own.scope === 'object'
  const refusal = isMarking ? yield* extras!.begin(own, sessions) : undefined
  const why = refusal ?? (yield* runAll(own, sessions))
  // Data only counts as repaired if all replicas took part.
  const repairedAt = why === undefined && isAll ? Math.max(1, startedAt) : 0
  if (isMarking) yield* extras!.end(own, sessions, repairedAt)
  if (why !== undefined) return failed(node, { error: 'failed', why, ...tally })
  node.mark('repair finished')
  extras?.finished(own)
  return { value: { ...tally } }
}

function failed(node: RingNode, answer: { readonly [name: string]: Json }): Json {
  node.mark('repair failed')
  return answer
}

/** All sessions at once; answers what failed, if something did. */
function* runAll(repair: Repair, sessions: readonly Session[]): Task<string | undefined> {
  const open = { count: sessions.length, why: undefined as string | undefined }
  for (const session of sessions) repair.node.spawn(() => runSession(repair, session, open))
  yield* repair.node.until(() => open.count === 0)
  return open.why
}

function* runSession(
  repair: Repair,
  session: Session,
  open: { count: number; why: string | undefined },
): Task<void> {
  const why = yield* compareAndStream(repair, session)
  open.why ??= why
  open.count--
}

/**
 * Fetches the trees of every replica, compares every pair, and has every differing pair stream both ways at once.
 * Returns what failed, if anything did. What was streamed before that stays.
 */
function* compareAndStream(repair: Repair, { ranges, nodes }: Session): Task<string | undefined> {
  const { node, args, tally, scope } = repair
  const texts = ranges.map(rangeText)
  tally.ranges += ranges.length
  const trees = yield* allTrees(repair, nodes, texts)
  if (typeof trees === 'string') return trees
  for (const one of trees) {
    tally.trees += one.trees.length
    tally.treeBytes += one.bytes
    tally.readBytes += one.readBytes
  }
  const streams: Stream[] = []
  trees.forEach((one, first) => {
    trees.slice(first + 1).forEach((other, index) => {
      const found = differing(tally, one, other)
      if (found.length === 0) return
      node.mark('ranges differ')
      // With --pull, the node that asks is the one that receives.
      streams.push({ one: nodes[first]!, peer: nodes[first + 1 + index]!, ranges: found })
    })
  })
  if (args.preview === true || args.validate === true) return undefined
  const session = typeof scope === 'object' ? scope.session : ''
  const asked = streams.map(({ one, peer, ranges: found }) => ({
    to: one,
    peer,
    message: 'exchange',
    args: { peer, ranges: found, session, ...(args.pull === true ? { pull: true } : {}) },
  }))
  const { answers, dead } = yield* awaitAll<Streamed | null>(node, repair.name, asked)
  answers.forEach((streamed) => {
    tally.partitions += streamed?.partitions ?? 0
    tally.needed += streamed?.needed ?? 0
    tally.bytes += streamed?.bytes ?? 0
  })
  const lost = streams.find((_, index) => answers[index] === null)
  return dead ?? (lost === undefined ? undefined : `the stream between ${lost.one} and ${lost.peer} failed`)
}

interface Stream {
  readonly one: NodeId
  readonly peer: NodeId
  readonly ranges: readonly RangeText[]
}

/** The ranges in which two replicas differ. */
function differing(tally: Tally, one: TravellingTrees, other: TravellingTrees): readonly RangeText[] {
  return one.trees.flatMap((tree, index) => {
    tally.pairs++
    const { ranges } = rangeDifference(tree, other.trees[index]!)
    if (ranges.length > 0) tally.differingPairs++
    tally.differingRanges += ranges.length
    extras?.countMore(tally, ranges)
    return ranges.map(rangeText)
  })
}

/** The trees of all replicas, in the order of the nodes: at once, or one after the other; or what failed. */
function* allTrees(
  repair: Repair,
  nodes: readonly NodeId[],
  ranges: readonly RangeText[],
): Task<readonly TravellingTrees[] | string> {
  const { node, name, args, scope } = repair
  const { sequence = 'parallel', depth } = args
  const turns = sequence === 'parallel' ? [nodes] : yield* extras!.turns(repair, nodes)
  if (typeof turns === 'string') return turns
  // The same moment for all of them, so that nothing differs only because it expired in between.
  const request: ValidationRequest = {
    repair: name,
    ranges,
    nowSeconds: nowSeconds(node),
    scope,
    ...(depth === undefined ? {} : { depth }),
  }
  const found = new Map<NodeId, TravellingTrees>()
  for (const turn of turns) {
    const asked = turn.map((to) => ({ to, message: 'validate', args: request }))
    const { answers, dead } = yield* awaitAll<TravellingTrees>(node, name, asked)
    if (dead !== undefined) return dead
    turn.forEach((id, index) => found.set(id, answers[index]!))
  }
  return nodes.map((id) => found.get(id)!)
}
