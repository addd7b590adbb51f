import type { TokenRange } from '../token/range.ts'
import type { Partition } from './partition.ts'
import { Sstable } from './sstable.ts'
import type { RingNode } from './state.ts'
import { scanTables, withBackground } from './storage.ts'
import type { Load, Mark } from './stream.ts'

/**
 * What travels with the marks of its tables: partitions of tables repaired at the same time together, in the order of
 * those times. What's streamed for an incremental repair belongs to it where it arrives. (CassandraStreamHeader, repairedAt
 * and pendingRepair.)
 */
export function collectMarked(
  node: RingNode,
  ranges: readonly TokenRange[],
  session: string,
): Load | undefined {
  const tables = [...node.disk.sstables, new Sstable(node.disk.memtable)]
  if (session === '' && tables.every(({ repairedAt }) => repairedAt === 0)) return undefined
  const seen = tables.filter((table) => isSeen(table, session))
  const times = [...new Set(seen.map(({ repairedAt }) => repairedAt))]
  const partitions: Partition[] = []
  const marks = times.map((repairedAt): Mark => {
    const found = scanTables(
      node,
      ranges,
      (table) => isSeen(table, session) && table.repairedAt === repairedAt,
    )
    partitions.push(...found)
    return { count: found.length, repairedAt, session }
  })
  if (session !== '') return { partitions, marks }
  const all = withBackground(node, partitions, ranges)
  const slips = all.length - partitions.length
  return { partitions: all, marks: slips === 0 ? marks : [...marks, { count: slips, repairedAt: 0 }] }
}

/** Whether the repair looks at the table; without one, all are looked at. */
function isSeen(table: Sstable, session: string): boolean {
  return session === '' || table.session === session
}
