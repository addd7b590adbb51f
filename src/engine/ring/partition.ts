import type { Table } from '../core/table.ts'
import type { Json } from '../core/types.ts'
import { isDeletedBy, isLive, type Cell } from '../cell/cell.ts'
import { reconcile } from '../cell/reconcile.ts'
import { fromBytes } from './bytes.ts'

/** A deletion of the whole partition. */
export interface Deletion {
  /** Microseconds, as cells have them. */
  readonly markedForDeleteAt: number
  /** Seconds: when it was made, from which gc grace is counted. */
  readonly localDeletionTime: number
}

/** What one replica holds under one key: cells by column, and perhaps a deletion that covers older ones. */
export interface Partition {
  readonly key: string
  readonly cells: { readonly [column: string]: Cell }
  readonly deletion?: Deletion
  /** That the row was inserted: while it lives the row is there, though every column is empty. (LivenessInfo.) */
  readonly marker?: Cell
}

/**
 * Both versions as one: cell by cell the last write wins, then the newest deletion covers what isn't newer than it.
 * Commutative, associative and idempotent as {@link reconcile} is, so copies may be merged in any order.
 */
export function merge(a: Partition, b: Partition): Partition {
  const deletion = newest(a.deletion, b.deletion)
  const marker = surviving(newerCell(a.marker, b.marker), deletion)
  const cells: { [column: string]: Cell } = {}
  for (const column of columnsOf(a, b)) {
    const cell = surviving(newerCell(a.cells[column], b.cells[column]), deletion)
    if (cell !== undefined) cells[column] = cell
  }
  return partitionOf(a.key, cells, deletion, marker)
}

function newerCell(a: Cell | undefined, b: Cell | undefined): Cell | undefined {
  return a === undefined ? b : b === undefined ? a : reconcile(a, b)
}

function surviving(cell: Cell | undefined, deletion: Deletion | undefined): Cell | undefined {
  if (cell === undefined || deletion === undefined) return cell
  return isDeletedBy(cell, deletion.markedForDeleteAt) ? undefined : cell
}

function partitionOf(
  key: string,
  cells: Partition['cells'],
  deletion: Deletion | undefined,
  marker: Cell | undefined,
): Partition {
  if (marker !== undefined)
    return deletion === undefined ? { key, cells, marker } : { key, cells, deletion, marker }
  return deletion === undefined ? { key, cells } : { key, cells, deletion }
}

/** Partitions in the order of their tokens; see `placeOf` for the keys. */
export type Rows = Table<string, Partition>

/** The columns of either, sorted. */
function columnsOf(a: Partition, b: Partition): readonly string[] {
  const columns = Object.keys(a.cells)
  for (const column in b.cells) if (!Object.hasOwn(a.cells, column)) columns.push(column)
  return columns.length < 2 ? columns : columns.sort()
}

function newest(a: Deletion | undefined, b: Deletion | undefined): Deletion | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (a.markedForDeleteAt !== b.markedForDeleteAt) return a.markedForDeleteAt > b.markedForDeleteAt ? a : b
  return a.localDeletionTime >= b.localDeletionTime ? a : b
}

/**
 * The partition without the tombstones whose gc grace is over, and without cells that expired as long ago; undefined
 * when nothing is left. From then on nothing tells that something was deleted. (AbstractCell.purge, DeletionTime.)
 */
export function purged(
  partition: Partition,
  nowSeconds: number,
  gcGraceSeconds: number,
): Partition | undefined {
  const before = nowSeconds - gcGraceSeconds
  const cells = Object.entries(partition.cells).filter(
    ([, cell]) => isLive(cell, nowSeconds) || madeAt(cell) >= before,
  )
  const { key, deletion, marker } = partition
  const kept = deletion !== undefined && deletion.localDeletionTime >= before ? deletion : undefined
  // A marker counts from when its life was over, a cell from when it was written. (AbstractRow.purge.)
  const isKept = marker !== undefined && (isLive(marker, nowSeconds) || marker.localDeletionTime! >= before)
  if (cells.length === 0 && kept === undefined && !isKept) return undefined
  if (
    kept === deletion &&
    isKept === (marker !== undefined) &&
    cells.length === Object.keys(partition.cells).length
  )
    return partition
  return partitionOf(key, Object.fromEntries(cells), kept, isKept ? marker : undefined)
}

/** When the deletion was made; an expired cell counts from when it was written. */
function madeAt(cell: Cell): number {
  return (cell.localDeletionTime ?? 0) - (cell.ttl ?? 0)
}

/** The first second at which something of it may be purged; Infinity when nothing ever may. */
export function purgeableAt(partition: Partition, gcGraceSeconds: number): number {
  const cells = Object.values(partition.cells).filter(
    ({ localDeletionTime }) => localDeletionTime !== undefined,
  )
  const times = cells.map((cell) => Math.max(cell.localDeletionTime!, madeAt(cell) + gcGraceSeconds + 1))
  const { deletion, marker } = partition
  if (deletion !== undefined) times.push(deletion.localDeletionTime + gcGraceSeconds + 1)
  if (marker?.localDeletionTime !== undefined) times.push(marker.localDeletionTime + gcGraceSeconds + 1)
  return Math.min(Infinity, ...times)
}

/** What a read gives back: the live columns, of those it asked for; null when no row is there. */
export function liveColumns(
  partition: Partition | undefined,
  nowSeconds: number,
  columns?: readonly string[],
): { readonly [column: string]: Json } | null {
  if (partition === undefined) return null
  const { cells, marker } = partition
  const live = Object.entries(cells).filter(([, cell]) => isLive(cell, nowSeconds))
  if (live.length === 0 && !(marker !== undefined && isLive(marker, nowSeconds))) return null
  const asked = columns === undefined ? live : live.filter(([column]) => columns.includes(column))
  return Object.fromEntries(asked.map(([column, cell]) => [column, fromBytes(String(cell.value))]))
}

/**
 * What a replica sends of a partition to a read that asked for some columns. The others come along without their values,
 * so that the coordinator knows whether the row is there; not those that are older than its marker. (Row.filter.)
 */
export function selected(partition: Partition, columns: readonly string[] | undefined): Partition {
  if (columns === undefined) return partition
  const { key, cells, deletion, marker } = partition
  const kept = Object.entries(cells).flatMap(([column, cell]): [string, Cell][] => {
    if (columns.includes(column)) return [[column, cell]]
    return marker !== undefined && cell.timestamp < marker.timestamp ? [] : [[column, { ...cell, value: '' }]]
  })
  return partitionOf(key, Object.fromEntries(kept), deletion, marker)
}

/** What one copy is missing of the newest version, in the columns asked for; undefined when it's missing nothing. */
export function lacking(
  newest: Partition,
  copy: Partition | undefined,
  columns: readonly string[] | undefined,
): Partition | undefined {
  const isAsked = (column: string) => columns === undefined || columns.includes(column)
  const cells = Object.entries(newest.cells).filter(
    ([column, cell]) => isAsked(column) && !isSameCell(cell, copy?.cells[column]),
  )
  const { deletion } = newest
  const gone = deletion?.markedForDeleteAt === copy?.deletion?.markedForDeleteAt ? undefined : deletion
  const marker = isSameCell(newest.marker, copy?.marker) ? undefined : newest.marker
  if (cells.length === 0 && gone === undefined && marker === undefined) return undefined
  return partitionOf(newest.key, Object.fromEntries(cells), gone, marker)
}

function isSameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.timestamp === b.timestamp &&
    a.value === b.value &&
    a.ttl === b.ttl &&
    a.localDeletionTime === b.localDeletionTime
  )
}

/**
 * All that replicas compare, timestamps included. As in Cassandra the second of a deletion is no part of it, but the one
 * at which a row expires is: a write with a time to live makes its row live as long. (DeletionTime.digest, Cell.digest,
 * ExpiringLivenessInfo.digest.)
 */
export function digestText(partition: Partition | undefined): string {
  if (partition === undefined) return ''
  const { key, deletion, cells, marker } = partition
  const parts = [key, deletion?.markedForDeleteAt ?? '']
  for (const [column, { timestamp, value, ttl, localDeletionTime }] of Object.entries(cells)) {
    parts.push(
      column,
      String(timestamp),
      String(value),
      ttl ?? '',
      ttl === undefined ? '' : (localDeletionTime ?? ''),
    )
  }
  if (marker !== undefined)
    parts.push('\u0002', String(marker.timestamp), marker.ttl ?? '', marker.localDeletionTime ?? '')
  return parts.join('\u0001')
}
