import { Table } from '../core/table.ts'
import type { Task } from '../core/types.ts'
import { merge, purgeableAt, purged, type Partition, type Rows } from './partition.ts'
import { Sstable } from './sstable.ts'
import { nowSeconds, type RingNode } from './state.ts'
import { flush } from './flush.ts'

/** Compacts tables apart from each other where some are marked by a repair; undefined where none is. */
type CompactApart = (node: RingNode) => readonly Sstable[] | undefined

let compactApart: CompactApart | undefined

/** Handed in with incremental repairs, which mark tables: `marked.ts`. */
export function provideApart(given: CompactApart): void {
  compactApart = given
}

/**
 * Merges all sstables of one kind into one, and leaves out tombstones that are past gc grace. From then on, a replica
 * that missed the delete may bring back what was deleted. Repaired and unrepaired data are never mixed.
 */
export function* compact(node: RingNode): Task<void> {
  yield* flush(node)
  const merged = compactApart?.(node) ?? [new Sstable(compacted(node, node.disk.sstables))]
  const kept = merged.filter(({ size }) => size > 0)
  node.disk = { ...node.disk, sstables: kept }
  node.mark('compacted')
  yield* node.sync()
  // What could have gone but was kept waits until something else asks for a compaction.
  let next = Infinity
  for (const rows of kept)
    for (const [, partition] of rows) {
      const at = purgeableAt(partition, node.options.gcGraceSeconds)
      if (at > nowSeconds(node)) next = Math.min(next, at)
    }
  compactLater(node, next)
}

/** The rows of these tables, without what may be purged; a tombstone stays where `keeps` says so. */
export function compacted(
  node: RingNode,
  tables: readonly Sstable[],
  keeps: (place: string) => boolean = () => false,
): Rows {
  let rows: Rows = Table.empty()
  for (const sstable of tables) {
    for (const [place, partition] of sstable) {
      const other = rows.get(place)
      rows = rows.set(place, other === undefined ? partition : merge(other, partition))
    }
  }
  for (const [place, partition] of rows) {
    const kept = purged(partition, nowSeconds(node), node.options.gcGraceSeconds)
    if (kept === partition || keeps(place)) continue
    node.mark('tombstone purged')
    rows = kept === undefined ? rows.delete(place) : rows.set(place, kept)
  }
  return rows
}

/** Finds out when something in these tables may be purged, and has a compaction run then. */
export function dueCompactions(
  node: RingNode,
  tables: readonly Iterable<readonly [string, Partition]>[],
): void {
  for (const rows of tables)
    for (const [, partition] of rows) compactLater(node, purgeableAt(partition, node.options.gcGraceSeconds))
}

/** A compaction is due when something may be purged; only the earliest is waited for. */
export function compactLater(node: RingNode, atSeconds: number): void {
  if (node.options.compaction === 'manual' || atSeconds >= node.memory.compactAt) return
  node.memory = { ...node.memory, compactAt: atSeconds }
  node.spawn(() => compactAt(node, atSeconds))
}

function* compactAt(node: RingNode, atSeconds: number): Task<void> {
  yield* node.sleep(Math.max(0, atSeconds * 1000 - node.now()))
  if (node.memory.compactAt !== atSeconds) return
  node.memory = { ...node.memory, compactAt: Infinity }
  yield* compact(node)
}
