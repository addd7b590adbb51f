import type { Json, NodeId, Task } from '../core/types.ts'
import { applied, applyAll, oldestIndex } from './oplog.ts'
import { beginning, isAtLeast, type OpTime } from './optime.ts'
import { plain, remember, say, type Disk, type Entry, type RollbackFile, type SetNode } from './state.ts'
import { leaveSource } from './sync-source.ts'
import { postponeElection } from './timer.ts'

/**
 * This member has entries that its source's history doesn't: written by a primary that was replaced before a majority
 * had them. It goes back to the last entry that both have: to the stable contents, and forward from there. The
 * documents that the undone entries had made are kept in a file. (Replication Internals, "Rollback"; Rollbacks During
 * Replica Set Failover)
 */
export function* rollBack(node: SetNode, source: NodeId): Task<void> {
  if (node.memory.role === 'primary') {
    // A primary undoes nothing: it stops catching up instead.
    node.mark('catch-up given up')
    return remember(node, { catchUpTo: undefined, syncSource: undefined })
  }
  remember(node, { role: 'rollback' })
  node.mark('rolled back')
  const reply = yield* node.call(source, 'common point', ownEntries(node.disk), node.options.heartbeatMs)
  const common = reply.ok ? (reply.value as OpTime | undefined) : undefined
  if (node.memory.role !== 'rollback') return
  if (!reply.ok) {
    leaveSource(node, source, true)
    remember(node, { role: 'secondary' })
    return
  }
  const why = whyImpossible(node, common)
  if (common === undefined || why !== undefined) return giveUp(node, why!)
  undo(node, common)
  yield* node.sync()
  remember(node, { role: 'secondary' })
  postponeElection(node)
}

/** Why what the histories don't share can't be undone here; undefined when it can. */
function whyImpossible({ disk, options }: SetNode, common: OpTime | undefined): string | undefined {
  // Nothing before the stable contents can be restored.
  if (common === undefined || !isAtLeast(common, disk.stable.at)) return 'cannot roll back'
  const first = disk.oplog.get(common.index + 1)
  const last = disk.oplog.get(disk.last.index)
  const undoneMs = first === undefined || last === undefined ? 0 : last.wallMs - first.wallMs
  return undoneMs > options.rollbackLimitMs ? 'too much to roll back' : undefined
}

/**
 * The member ends its process and keeps its data: it may hold the last copy of an acknowledged write, so an operator has
 * to decide. (Fatal assertion 51121; Replication Internals, "Rollback": "Otherwise, we shut down")
 */
function giveUp(node: SetNode, why: string): void {
  node.mark(why)
  if (node.options.resync === 'automatic') return remember(node, { role: 'startup2' })
  say(node, 'shut down', { why })
  remember(node, { role: 'down', syncSource: undefined, takeoverAtMs: Infinity })
}

/** What the source has to look for: all entries from the stable one on. */
function ownEntries(disk: Disk): readonly OpTime[] {
  const from = Math.max(disk.stable.at.index, oldestIndex(disk))
  const entries = [...disk.oplog.range(from)].map(([, entry]) => plain(entry))
  return from <= 1 ? [beginning, ...entries] : entries
}

function undo(node: SetNode, common: OpTime): void {
  applyAll(node)
  const { disk } = node
  const undone = [...disk.oplog.range(common.index + 1)].map(([, entry]) => entry)
  const oplog = undone.reduce((rest, { index }) => rest.delete(index), disk.oplog)
  const { stable } = disk
  const file = fileOf(node, common, undone)
  node.disk = {
    ...disk,
    oplog,
    last: common,
    applied: common,
    contents: applied(stable.contents, disk, stable.at, common),
    rollbackFiles: file.documents.length === 0 ? disk.rollbackFiles : [...disk.rollbackFiles, file],
    rollbackId: disk.rollbackId + 1,
  }
  remember(node, { durable: common, flushing: common })
  say(node, 'roll back', { to: plain(common), undone: undone.map(plain) })
}

/** The documents as the undone entries had made them; a document that they had deleted has nothing to keep. */
function fileOf(node: SetNode, common: OpTime, undone: readonly Entry[]): RollbackFile {
  const keys = [...new Set(undone.flatMap(({ op, key }) => (op === 'noop' ? [] : [key])))]
  const { documents } = node.disk.contents
  return {
    name: `removed.${node.now()}.bson`,
    commonPoint: common,
    undoneTo: node.disk.last,
    documents: keys.flatMap((key) => {
      const value: Json | undefined = documents.get(key)
      return value === undefined ? [] : [{ key, value }]
    }),
  }
}
