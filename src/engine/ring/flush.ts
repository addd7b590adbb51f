import { Table } from '../core/table.ts'
import type { Task } from '../core/types.ts'
import { Sstable } from './sstable.ts'
import type { RingNode } from './state.ts'

/** The memtable becomes an sstable, which is synced at once. */
export function* flush(node: RingNode): Task<void> {
  const { memtable, sstables } = node.disk
  if (memtable.size === 0) return
  node.disk = { ...node.disk, memtable: Table.empty(), sstables: [...sstables, new Sstable(memtable)] }
  node.mark('flushed')
  yield* node.sync()
}
