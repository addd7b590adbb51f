import type { NodeId, Task } from '../core/types.ts'
import { ask } from './heartbeat.ts'
import { flush, flushLater } from './journal.ts'
import { holdersOf, isUp, majorityOfVotes, memberViewOf, votersOf } from './members.ts'
import { appendOwn } from './oplog.ts'
import { isAtLeast, isSameOpTime, type OpTime } from './optime.ts'
import { plain, remember, say, type SetNode } from './state.ts'
import { stepDown } from './term.ts'

/**
 * The election is won. The others are told by a round of heartbeats, whose answers say how far they have come; the new
 * primary first fetches what it's missing, and takes writes when a first entry of its own term is written: only entries of
 * the own term can be committed, and the older ones with them. (Replication Internals, "Transitioning to PRIMARY")
 */
export function becomePrimary(node: SetNode): void {
  const { term } = node.memory
  remember(node, {
    role: 'primary',
    writable: false,
    drained: false,
    primary: node.id,
    syncSource: undefined,
    takeoverAtMs: Infinity,
  })
  node.mark('became primary')
  say(node, 'become primary', { term, last: plain(node.disk.last) })
  watchMajority(node, term)
  node.spawn(() => takeOffice(node, term))
}

function* takeOffice(node: SetNode, term: number): Task<void> {
  yield* tellEverybody(node, term)
  yield* catchUp(node, term)
  if (!hasAppliedAll(node)) yield* node.until(() => hasAppliedAll(node) || !isPrimaryOf(node, term))
  if (isPrimaryOf(node, term)) takeWrites(node)
}

/** A new primary takes no writes before all that it has written is applied. (Drain mode) */
function hasAppliedAll({ disk }: SetNode): boolean {
  return disk.applied.index === disk.last.index
}

/** Whether a node is, at this moment, the primary of that term. */
export function isPrimaryOf(node: SetNode, term: number): boolean {
  return node.memory.role === 'primary' && node.memory.term === term
}

/** A round of heartbeats at once. It ends when every member that isn't considered down has answered. */
function* tellEverybody(node: SetNode, term: number): Task<void> {
  const waiting = new Set(node.others.filter((id) => isUp(node, id)))
  for (const id of node.others) node.spawn(() => tell(node, id, waiting))
  yield* node.until(() => waiting.size === 0 || !isPrimaryOf(node, term))
}

function* tell(node: SetNode, id: NodeId, waiting: Set<NodeId>): Task<void> {
  yield* ask(node, id)
  waiting.delete(id)
}

/** What others have and it hasn't, it fetches before it takes writes: those entries need not be rolled back then. */
function* catchUp(node: SetNode, term: number): Task<void> {
  if (!isPrimaryOf(node, term)) return
  const target = furthest(node)
  if (isAtLeast(node.disk.last, target)) return
  node.mark('caught up')
  remember(node, { catchUpTo: target })
  yield* node.until(
    () =>
      node.memory.catchUpTo === undefined ||
      isAtLeast(node.disk.applied, furthest(node)) ||
      !isPrimaryOf(node, term),
    node.options.catchUpTimeoutMs,
  )
  if (isPrimaryOf(node, term)) remember(node, { catchUpTo: undefined, syncSource: undefined })
}

/** The last entry of the member that's furthest ahead among those that are up. */
function furthest(node: SetNode): OpTime {
  return holdersOf(node.options)
    .filter((id) => id !== node.id && isUp(node, id))
    .map((id) => memberViewOf(node, id).written)
    .reduce<OpTime>((latest, one) => (isAtLeast(latest, one) ? latest : one), node.disk.last)
}

/** From here on writes are taken; the first entry of the term says that it has begun. */
export function takeWrites(node: SetNode): void {
  appendOwn(node, { op: 'noop', key: 'new primary' })
  remember(node, { writable: true, drained: true })
  say(node, 'client write', { at: plain(node.disk.last), why: 'new primary' })
  node.mark('took writes')
  say(node, 'take writes', { term: node.memory.term })
  flush(node)
}

/**
 * A primary that has heard of less than a majority for an election timeout steps down: on the other side another may have been
 * elected. (Replication Internals, "Step Down": liveness timeout)
 */
export function watchMajority(node: SetNode, term: number): void {
  node.spawn(() => resignWhenAlone(node, term))
  if (node.options.noopMs > 0) node.spawn(() => writeNoops(node, term))
}

/**
 * A primary that nobody writes to adds an entry of no effect now and then: so its secondaries go on getting news of it,
 * over whom they fetch. (Periodic no-op writer)
 */
function* writeNoops(node: SetNode, term: number): Task<void> {
  let before = node.disk.last
  while (isPrimaryOf(node, term)) {
    yield* node.sleep(node.options.noopMs)
    if (node.memory.writable && isSameOpTime(node.disk.last, before)) {
      say(node, 'client write', {
        at: plain(appendOwn(node, { op: 'noop', key: 'periodic noop' })),
        why: 'periodic noop',
      })
      flushLater(node)
    }
    before = node.disk.last
  }
}

function* resignWhenAlone(node: SetNode, term: number): Task<void> {
  while (isPrimaryOf(node, term)) {
    const rest = staleAtMs(node) - node.now()
    if (rest <= 0) {
      node.mark('lost its majority')
      stepDown(node, 'no majority')
    } else if (rest === Infinity) return
    else yield* node.sleep(rest)
  }
}

/** When the news of a majority will be an election timeout old; never for a set of one. */
function staleAtMs(node: SetNode): number {
  const heard = votersOf(node.options)
    .filter((id) => id !== node.id)
    .map((id) => memberViewOf(node, id).heardAtMs)
    .sort((one, other) => other - one)
  const needed = majorityOfVotes(node.options) - 1
  return needed === 0 ? Infinity : heard[needed - 1]! + node.options.electionTimeoutMs
}
