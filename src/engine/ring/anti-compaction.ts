import { Table } from '../core/table.ts'
import type { NodeId, Task } from '../core/types.ts'
import { rangeContains } from '../token/range.ts'
import { Sstable } from './sstable.ts'
import type { Rows } from './partition.ts'
import type { RingNode } from './state.ts'
import { flush } from './flush.ts'
import { tokenOfKey } from './table-key.ts'
import { rangeFrom, type RangeText } from './stream.ts'
import { takePart } from './validation.ts'

/** What an incremental repair asks every participant before it compares anything. */
export interface Preparation {
  readonly repair: string
  readonly ranges: readonly RangeText[]
}

/**
 * Sets apart, for this repair, the data in the ranges that was never repaired; a table that sticks out of the ranges is
 * split. False when another incremental repair is already looking at some of it. (PendingAntiCompaction,
 * CompactionManager.)
 */
export function* prepare(
  node: RingNode,
  { repair, ranges }: Preparation,
  coordinator: NodeId,
): Task<boolean> {
  takePart(node, coordinator, repair)
  yield* flush(node)
  const wanted = ranges.map(rangeFrom)
  const isInside = (key: string) => wanted.some((range) => rangeContains(range, tokenOfKey(key)))
  const meets = (table: Sstable) => [...table].some(([, { key }]) => isInside(key))
  const { sstables } = node.disk
  if (sstables.some((table) => table.session !== '' && meets(table))) return false
  const split = sstables.flatMap((table) =>
    table.repairedAt === 0 && table.session === '' ? parted(node, table, isInside, repair) : [table],
  )
  node.disk = { ...node.disk, sstables: split }
  yield* node.sync()
  return true
}

function parted(
  node: RingNode,
  table: Sstable,
  isInside: (key: string) => boolean,
  repair: string,
): readonly Sstable[] {
  let [inside, outside]: [Rows, Rows] = [Table.empty(), Table.empty()]
  for (const [place, partition] of table) {
    if (isInside(partition.key)) inside = inside.set(place, partition)
    else outside = outside.set(place, partition)
  }
  if (inside.size === 0) return [table]
  if (outside.size === 0) return [new Sstable(table.rows, 0, repair)]
  node.mark('anti-compacted')
  return [new Sstable(inside, 0, repair), new Sstable(outside)]
}

/**
 * The repair is over. What was set apart for it counts as repaired as of the repair's start; with 0, it's as it was
 * before.
 */
export function* finalize(
  node: RingNode,
  { repair, repairedAt }: { readonly repair: string; readonly repairedAt: number },
): Task<boolean> {
  const sstables = node.disk.sstables.map((table) =>
    table.session === repair ? new Sstable(table.rows, repairedAt) : table,
  )
  if (repairedAt > 0 && node.disk.sstables.some(({ session }) => session === repair))
    node.mark('marked repaired')
  node.disk = { ...node.disk, sstables }
  yield* node.sync()
  return true
}

/** Remembers what's stored here now, because a sequential repair validates all replicas as they were at one moment. */
export function* snapshot(node: RingNode, name: string, coordinator: NodeId): Task<boolean> {
  yield* flush(node)
  takePart(node, coordinator, name, true)
  node.mark('snapshot taken')
  return true
}
