import type { TextOrBytes } from '../hash/bytes.ts'

/**
 * One value of one column of one row, and what is needed to merge it with another version of itself. Three kinds:
 * a live cell has no `localDeletionTime`; an expiring cell has one and a `ttl`; a tombstone has one and no `ttl`.
 */
export interface Cell {
  /** When it was written, by the clock of who wrote it: microseconds. BigInt where a number isn't exact (past 2^53). */
  readonly timestamp: number | bigint
  /** Text stands for its UTF-8 bytes. Empty in a tombstone. */
  readonly value: TextOrBytes
  /** Seconds it was to live, from when it was written. */
  readonly ttl?: number
  /** Seconds since 1970: when it was deleted, or when it expires. */
  readonly localDeletionTime?: number
}

/** A live value, a value with a time to live, or the marker of a deletion. */
export type CellKind = 'live' | 'expiring' | 'tombstone'

/** Which of the three a cell is, told by its local deletion time and its time to live. */
export function cellKind(cell: Cell): CellKind {
  if (cell.localDeletionTime === undefined) return 'live'
  return (cell.ttl ?? 0) > 0 ? 'expiring' : 'tombstone'
}

/** True when a read at `nowSeconds` (since 1970) returns the value. An expiring cell is dead from its very second on. */
export function isLive(cell: Cell, nowSeconds: number): boolean {
  const kind = cellKind(cell)
  return kind === 'live' || (kind === 'expiring' && nowSeconds < (cell.localDeletionTime as number))
}

/**
 * True when a deletion of the whole row or partition, stamped `markedForDeleteAt` (microseconds), covers the cell.
 * Equal timestamps go to the deletion.
 */
export function isDeletedBy(cell: Cell, markedForDeleteAt: number | bigint): boolean {
  return cell.timestamp <= markedForDeleteAt
}
