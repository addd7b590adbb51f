import type { NodeId, Task } from '../core/types.ts'
import { see } from './members.ts'
import { hasEntry, oldestIndex } from './oplog.ts'
import { isSameOpTime, type OpTime } from './optime.ts'
import type { Entry, Role, SetNode } from './state.ts'
import { hearTerm } from './term.ts'

/** What a member asks its sync source for: whatever comes after its last entry. (find and getMore on the oplog) */
export interface Fetch {
  readonly term: number
  readonly after: OpTime
  /** The commit point that it knows; a later one is worth an answer even without entries. */
  readonly commitPoint: OpTime
}

/** The answer to a fetch. (The batch, and OplogQueryMetadata) */
export interface Batch {
  readonly term: number
  readonly role: Role
  /**
   * 'entries': here they are, perhaps none. 'behind': the asker has more. 'diverged': the asker's last entry isn't in
   * this history. 'cut off': what the asker needs was here and is no more.
   */
  readonly found: 'entries' | 'behind' | 'diverged' | 'cut off'
  readonly entries: readonly Entry[]
  readonly last: OpTime
  readonly commitPoint: OpTime
  readonly primary: NodeId | undefined
  readonly syncSource: NodeId | undefined
  /** The source's: it grows when what the source said before may no longer be true. */
  readonly rollbackId: number
}

/** Answers a fetch; if there's nothing new, it keeps the question waiting for a while. (awaitData) */
export function* answerFetch(node: SetNode, { term, after, commitPoint }: Fetch, from: NodeId): Task<Batch> {
  hearTerm(node, term)
  see(node, from, { syncSource: node.id, heardAtMs: node.now() })
  const found = placeIn(node, after)
  if (found === 'entries') {
    const { rollbackId } = node.disk
    yield* node.until(
      () =>
        node.disk.last.index > after.index ||
        !isSameOpTime(node.memory.commitPoint, commitPoint) ||
        node.disk.rollbackId !== rollbackId,
      node.options.awaitMs,
    )
    return batchOf(node, placeIn(node, after), after)
  }
  return batchOf(node, found, after)
}

function placeIn({ disk, memory }: SetNode, after: OpTime): Batch['found'] {
  if (memory.role !== 'primary' && memory.role !== 'secondary') return 'behind'
  if (hasEntry(disk, after)) return 'entries'
  if (after.index < oldestIndex(disk)) return 'cut off'
  const isLater =
    disk.last.term > after.term || (disk.last.term === after.term && disk.last.index > after.index)
  return isLater ? 'diverged' : 'behind'
}

function batchOf(node: SetNode, found: Batch['found'], after: OpTime): Batch {
  const { disk, memory, options } = node
  const entries: Entry[] = []
  if (found === 'entries') {
    for (const [, entry] of disk.oplog.range(after.index + 1, after.index + 1 + options.batchEntries)) {
      entries.push(entry)
    }
  }
  const { term, role, commitPoint, primary, syncSource } = memory
  return {
    term,
    role,
    found,
    entries,
    last: disk.last,
    commitPoint,
    primary,
    syncSource,
    rollbackId: disk.rollbackId,
  }
}

/** Where the histories diverge, for a member that rolls back: the last of these entries that's in this oplog too. */
export function commonPoint(node: SetNode, entries: readonly OpTime[]): OpTime | undefined {
  return [...entries].reverse().find((one) => hasEntry(node.disk, one))
}
