import type { Json } from '../core/types.ts'
import { isDeletedBy, isLive, type Cell } from '../cell/cell.ts'
import { reconcile } from '../cell/reconcile.ts'

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
}

/**
 * Both versions as one: cell by cell the last write wins, then the newest deletion covers what is not newer than it.
 * Commutative, associative and idempotent as {@link reconcile} is, so copies may be merged in any order.
 */
export function merge(a: Partition, b: Partition): Partition {
  const deletion = newest(a.deletion, b.deletion)
  const cells: { [column: string]: Cell } = {}
  for (const column of columnsOf(a, b)) {
    const ours = a.cells[column]
    const theirs = b.cells[column]
    const cell = ours === undefined ? theirs! : theirs === undefined ? ours : reconcile(ours, theirs)
    if (deletion === undefined || !isDeletedBy(cell, deletion.markedForDeleteAt)) cells[column] = cell
  }
  return deletion === undefined ? { key: a.key, cells } : { key: a.key, cells, deletion }
}

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
  const { key, deletion } = partition
  const kept = deletion !== undefined && deletion.localDeletionTime >= before ? deletion : undefined
  if (cells.length === 0 && kept === undefined) return undefined
  if (kept === deletion && cells.length === Object.keys(partition.cells).length) return partition
  const rest = { key, cells: Object.fromEntries(cells) }
  return kept === undefined ? rest : { ...rest, deletion: kept }
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
  if (partition.deletion !== undefined) times.push(partition.deletion.localDeletionTime + gcGraceSeconds + 1)
  return Math.min(Infinity, ...times)
}

/** What a read gives back: the live columns; null when there is none. */
export function liveColumns(
  partition: Partition | undefined,
  nowSeconds: number,
): { readonly [column: string]: Json } | null {
  const live = Object.entries(partition?.cells ?? {}).filter(([, cell]) => isLive(cell, nowSeconds))
  return live.length === 0
    ? null
    : Object.fromEntries(live.map(([column, cell]) => [column, fromBytes(String(cell.value))]))
}

/**
 * All that replicas compare, timestamps included. As in Cassandra the second of a deletion is no part of it, but the one
 * at which a row expires is: a write with a time to live makes its row live as long. (DeletionTime.digest, Cell.digest,
 * ExpiringLivenessInfo.digest.)
 */
export function digestText(partition: Partition | undefined): string {
  if (partition === undefined) return ''
  const { key, deletion, cells } = partition
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
  return parts.join('\u0001')
}

/** Text is stored as it is; anything else as JSON behind a mark. */
export function toBytes(value: Json): string {
  return typeof value === 'string' ? value : `\u0000${JSON.stringify(value)}`
}

function fromBytes(value: string): Json {
  return value.startsWith('\u0000') ? (JSON.parse(value.slice(1)) as Json) : value
}
