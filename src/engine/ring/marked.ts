import type { TokenRange } from '../token/range.ts'
import type { Partition } from './partition.ts'
import { Sstable } from './sstable.ts'
import type { RingNode } from './state.ts'
import { scanTables, withBackground } from './storage.ts'
import { compacted } from './compaction.ts'
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

/**
 * Tables of one kind are merged, and those of another never into them; undefined where there's one kind, whose tombstones
 * may go. (CompactionStrategyManager: repaired, unrepaired, and pending by session.)
 */
export function compactApart(node: RingNode): readonly Sstable[] | undefined {
  const { sstables } = node.disk
  const kinds = [...new Set(sstables.map(({ kind }) => kind))]
  const { onlyPurgeRepaired } = node.options
  if (!onlyPurgeRepaired && kinds.every((kind) => kind === 'unrepaired')) return undefined
  return kinds.map((kind) => {
    const own = sstables.filter((one) => one.kind === kind)
    const others = sstables.filter((one) => one.kind !== kind)
    const [{ session }] = own as unknown as readonly [Sstable]
    // Tables as one were repaired when the earliest of them was.
    const repairedAt = Math.min(...own.map((one) => one.repairedAt))
    const staysWhole = onlyPurgeRepaired && repairedAt === 0
    // A tombstone stays while another table may hold what it covers. (CompactionController.getPurgeEvaluator.)
    const keeps = (place: string) => staysWhole || others.some((other) => other.get(place) !== undefined)
    return new Sstable(compacted(node, own, keeps), repairedAt, session)
  })
}
