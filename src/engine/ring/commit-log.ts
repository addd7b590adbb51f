import type { Ms, Task } from '../core/types.ts'
import type { RingNode } from './state.ts'

/**
 * How often the log is handed to its file, in ms; a process that's killed loses what came after. (CommitLog, its sync
 * markers.)
 */
export const logPeriodMs = 100

/** Remembers what the tables were when the log's present period began. */
export function beginPeriod(node: RingNode): void {
  const period = Math.floor(node.now() / logPeriodMs)
  if (node.memory.logged?.period === period) return
  const { memtable, sstables } = node.disk
  node.memory = { ...node.memory, logged: { period, memtable, sstables } }
}

/**
 * With a periodic commit log, what's written now is synced at the next full period; until then a power cut can lose it.
 */
export function syncLater(node: RingNode): void {
  const { commitLog, commitLogSyncMs } = node.options
  if (commitLog === 'batch' || node.memory.syncDue) return
  node.memory = { ...node.memory, syncDue: true }
  node.spawn(() => syncAfter(node, commitLogSyncMs - (Math.max(0, node.now()) % commitLogSyncMs)))
}

function* syncAfter(node: RingNode, ms: Ms): Task<void> {
  yield* node.sleep(ms)
  node.memory = { ...node.memory, syncDue: false }
  yield* node.sync()
}
