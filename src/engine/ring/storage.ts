import { rangeContains, type TokenRange } from '../token/range.ts'
import { backgroundAt, backgroundIn } from './background.ts'
import { merge, purgeableAt, purged, type Partition } from './partition.ts'
import { Sstable } from './sstable.ts'
import type { RingNode } from './state.ts'
import { tokenOfKey, tableKeyOf } from './table-key.ts'
import { beginPeriod, syncLater } from './commit-log.ts'
import { compactLater } from './compaction.ts'

/** A version of a partition is written: into the log and the memtable, where it is merged with what is there. */
export function apply(node: RingNode, update: Partition): void {
  beginPeriod(node)
  const { memtable } = node.disk
  const at = tableKeyOf(update.key)
  const held = memtable.get(at)
  node.disk = {
    ...node.disk,
    memtable: memtable.set(at, held === undefined ? update : merge(held, update)),
  }
  syncLater(node)
  compactLater(node, purgeableAt(update, node.options.gcGraceSeconds))
}

/** What this replica holds under the key: the merge of the memtable and every sstable. */
export function lookUp(node: Pick<RingNode, 'disk' | 'options'>, key: string): Partition | undefined {
  const at = tableKeyOf(key)
  let found = backgroundAt(node.options.background, key)
  for (const rows of [...node.disk.sstables, node.disk.memtable]) {
    const part = rows.get(at)
    if (part !== undefined) found = found === undefined ? part : merge(found, part)
  }
  return found
}

/** As {@link lookUp}, without what may be purged of the data that was repaired: the rest is kept, however old. */
export function lookUpPurged(node: RingNode, key: string, now: number): Partition | undefined {
  const at = tableKeyOf(key)
  let found = backgroundAt(node.options.background, key)
  for (const rows of [...node.disk.sstables, node.disk.memtable]) {
    const part = rows.get(at)
    const isRepaired = rows instanceof Sstable && rows.repairedAt > 0
    const kept = part && isRepaired ? purged(part, now, node.options.gcGraceSeconds) : part
    if (kept !== undefined) found = found === undefined ? kept : merge(found, kept)
  }
  return found
}

/** The partitions, and those of the background in these ranges that aren't among them. */
export function withBackground(
  node: RingNode,
  partitions: readonly Partition[],
  ranges: readonly TokenRange[],
): readonly Partition[] {
  const written = new Set(partitions.map(({ key }) => key))
  return [
    ...partitions,
    ...backgroundIn(node.options.background, ranges).filter(({ key }) => !written.has(key)),
  ]
}

/**
 * Everything that was written in the ranges and lies in these tables, merged with the background under it, in the order
 * of tokens; the memtable counts as one more table.
 */
export function scanTables(
  node: Pick<RingNode, 'disk' | 'options'>,
  ranges: readonly TokenRange[],
  isWanted: (table: Sstable) => boolean = () => true,
): readonly Partition[] {
  const found = new Map<string, Partition>()
  for (const table of [...node.disk.sstables, new Sstable(node.disk.memtable)]) {
    if (!isWanted(table)) continue
    for (const [place, partition] of table) {
      const token = tokenOfKey(partition.key)
      if (!ranges.some((range) => rangeContains(range, token))) continue
      const other = found.get(place) ?? backgroundAt(node.options.background, partition.key)
      found.set(place, other === undefined ? partition : merge(other, partition))
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, partition]) => partition)
}
