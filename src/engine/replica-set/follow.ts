import type { NodeId, Task } from '../core/types.ts'
import { learnCommitPoint } from './commit.ts'
import { initialSync } from './initial-sync.ts'
import { flush } from './journal.ts'
import { see, memberViewOf } from './members.ts'
import { applyUpTo, hasEntry, moveStable, write } from './oplog.ts'
import { beginning, isSameOpTime, type OpTime } from './optime.ts'
import { rollBack } from './rollback.ts'
import type { Batch, Fetch } from './source.ts'
import { plain, remember, say, type SetNode } from './state.ts'
import { chooseSyncSource, followSource, leaveSource, shouldChange, untriedSources } from './sync-source.ts'
import { hearTerm } from './term.ts'
import { postponeElection } from './timer.ts'

/** How long a member without a source waits before it looks for one again. */
const searchMs = 1_000
/** A source that takes longer than this over a question has lost it. */
const graceMs = 1_000

/** A secondary fetches for as long as it's a secondary, and a new primary while it catches up. (BackgroundSync) */
export function startFollowing(node: SetNode): void {
  node.spawn(() => follow(node))
}

function* follow(node: SetNode): Task<void> {
  for (;;) {
    if (node.memory.role === 'startup2') yield* initialSync(node)
    if (node.memory.role === 'recovering') yield* lookForLongerOplog(node)
    if (!follows(node)) yield* node.until(() => follows(node) || isRescued(node))
    const source = chooseSyncSource(node)
    if (source === undefined) {
      yield* node.sleep(searchMs)
      continue
    }
    followSource(node, source)
    while (follows(node) && node.memory.syncSource === source) yield* fetchFrom(node, source)
  }
}

/** An operator, or a longer oplog, may bring it back. */
function isRescued({ memory }: SetNode): boolean {
  return memory.role === 'startup2' || memory.role === 'recovering'
}

function follows({ memory }: SetNode): boolean {
  return memory.role === 'secondary' || (memory.role === 'primary' && memory.catchUpTo !== undefined)
}

/** One question to the sync source, and what follows from its answer. (OplogFetcher) */
function* fetchFrom(node: SetNode, source: NodeId): Task<void> {
  const { memory, disk, options } = node
  const question: Fetch = { term: memory.term, after: disk.last, commitPoint: memory.commitPoint }
  const askedAt = node.now()
  const reply = yield* node.call(source, 'fetch', question, options.awaitMs + graceMs)
  if (!reply.ok) {
    // A message was lost, but the source is there, so it's asked again.
    if (memberViewOf(node, source).heardAtMs > askedAt) return
    return leaveSource(node, source, true)
  }
  const batch = reply.value as Batch
  hearTerm(node, batch.term)
  // In the meantime this member may have stopped needing what it asked for.
  if (!follows(node) || !isSameOpTime(node.disk.last, question.after)) return
  see(node, source, {
    heardAtMs: node.now(),
    role: batch.role,
    written: batch.last,
    syncSource: batch.syncSource,
  })
  if (batch.primary !== undefined && batch.primary !== node.id && batch.term === node.memory.term) {
    postponeElection(node)
  }
  if (batch.found === 'entries') take(node, source, batch)
  else if (batch.found === 'behind') {
    leaveSource(node, source, true)
    yield* node.sleep(searchMs)
  } else if (batch.found === 'diverged') yield* rollBack(node, source)
  else fallBehind(node, source)
}

/** Entries are written, applied now or later, synced and reported; then the commit point may move. */
function take(node: SetNode, source: NodeId, { entries, commitPoint }: Batch): void {
  if (entries.length > 0) {
    write(node, entries)
    node.mark('entries fetched')
    say(node, 'append', { from: source, entries: entries.map(plain) })
    if (node.options.applyMs === 0) applyNow(node, node.disk.last)
    else applyLater(node)
    flush(node)
  }
  learnCommitPoint(node, commitPoint, true)
  if (shouldChange(node, source)) leaveSource(node, source, false)
}

function applyNow(node: SetNode, to: OpTime): void {
  applyUpTo(node, to)
  moveStable(node)
}

function applyLater(node: SetNode): void {
  const { last } = node.disk
  node.spawn(() => applyAfter(node, last))
}

function* applyAfter(node: SetNode, to: OpTime): Task<void> {
  yield* node.sleep(node.options.applyMs)
  // In the meantime the entry may have been undone, or copied with everything else.
  if (hasEntry(node.disk, to)) applyNow(node, to)
}

/**
 * This source's oplog no longer reaches back far enough. If no other source has what's missing, an operator has to
 * help.
 */
function fallBehind(node: SetNode, source: NodeId): void {
  node.mark('too far behind')
  leaveSource(node, source, 'too stale')
  if (untriedSources(node).length > 0 || node.memory.role === 'primary') return
  remember(node, { role: node.options.resync === 'manual' ? 'recovering' : 'startup2' })
}

/**
 * A member that's too stale keeps asking, because one that was away may come back with an oplog that's long enough.
 * (Replication Internals, "Sync Source Probing")
 */
function* lookForLongerOplog(node: SetNode): Task<void> {
  while (node.memory.role === 'recovering') {
    yield* node.sleep(searchMs)
    const source = chooseSyncSource(node)
    if (node.memory.role !== 'recovering' || source === undefined) continue
    if ((node.memory.denied[source] ?? -Infinity) > node.now()) continue
    const question: Fetch = { term: node.memory.term, after: node.disk.last, commitPoint: beginning }
    const reply = yield* node.call(source, 'fetch', question, node.options.awaitMs + graceMs)
    if (node.memory.role !== 'recovering') return
    if (reply.ok && (reply.value as Batch).found === 'entries') {
      node.mark('found a longer oplog')
      remember(node, { role: 'secondary' })
      postponeElection(node)
    } else leaveSource(node, source, 'too stale')
  }
}
