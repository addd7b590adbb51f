import type { Task } from '../core/types.ts'
import { advanceCommitPoint } from './commit.ts'
import { isSameOpTime, laterOf, type OpTime } from './optime.ts'
import { report } from './position.ts'
import { remember, type SetNode } from './state.ts'

/**
 * Syncs the journal now, because something waits for it: a secondary's position after a batch, or a write with j or
 * majority. What was written since the last sync began is durable once this one is over.
 */
export function flush(node: SetNode): void {
  const { last, rollbackId } = node.disk
  if (isSameOpTime(node.memory.flushing, last)) return
  remember(node, { flushing: last })
  node.spawn(() => makeDurable(node, last, rollbackId))
}

function* makeDurable(node: SetNode, last: OpTime, rollbackId: number): Task<void> {
  yield* node.sync()
  // An entry that was undone in the meantime isn't durable: it isn't there any more.
  if (node.disk.rollbackId !== rollbackId) return
  remember(node, { durable: laterOf(node.memory.durable, last) })
  if (node.memory.role === 'primary') advanceCommitPoint(node)
  else report(node)
}

/** If nothing waits for it, the journal is synced every 100 ms (storage.journal.commitIntervalMs). */
export function flushLater(node: SetNode): void {
  if (node.memory.journalDue) return
  remember(node, { journalDue: true })
  node.spawn(() => flushWhenDue(node))
}

function* flushWhenDue(node: SetNode): Task<void> {
  yield* node.sleep(node.options.journalMs)
  remember(node, { journalDue: false })
  flush(node)
}
