import { bytesOf, compareBytes } from '../hash/bytes.ts'
import { cellKind, type Cell } from './cell.ts'

/**
 * What told two versions of a cell apart, in the order in which it is asked. `argument order`: they are equal but for
 * the ttl, which nobody compares, so whichever came first is kept. `nothing`: they are equal.
 */
export type ReconcileRule =
  | 'timestamp'
  | 'deletion or expiry beats live'
  | 'deletion beats expiry'
  | 'deletion time'
  | 'value'
  | 'argument order'
  | 'nothing'

/** Which of two cells wins, and the rule that decided. */
export interface Reconciliation {
  /** `either`: the rules don't tell them apart, and {@link reconcile} hands back its first argument. */
  readonly winner: 'a' | 'b' | 'either'
  readonly rule: ReconcileRule
}

/**
 * The one of two versions of a cell that stays: last write wins, with Cassandra 5.0's rules for ties (class Cells;
 * regular columns, not counters). Commutative, associative and idempotent, so replicas may merge in any order and as
 * often as they like; with one exception: of two expiring cells that differ in their ttl alone, the first is kept.
 */
export function reconcile(a: Cell, b: Cell): Cell {
  return explainReconcile(a, b).winner === 'b' ? b : a
}

/** {@link reconcile}, saying which rule decided. */
export function explainReconcile(a: Cell, b: Cell): Reconciliation {
  const aKind = cellKind(a)
  const bKind = cellKind(b)
  // Not `!==`: 1 and 1n are one moment, and one side may count in BigInt.
  if (a.timestamp > b.timestamp || a.timestamp < b.timestamp) {
    return larger(a.timestamp > b.timestamp, 'timestamp')
  }
  if ((aKind === 'live') !== (bKind === 'live'))
    return larger(bKind === 'live', 'deletion or expiry beats live')
  if (aKind !== bKind) return larger(aKind === 'tombstone', 'deletion beats expiry')
  const aTime = a.localDeletionTime ?? 0
  const bTime = b.localDeletionTime ?? 0
  if (aTime !== bTime) return larger(aTime > bTime, 'deletion time')
  const order = compareBytes(bytesOf(a.value), bytesOf(b.value))
  if (order !== 0) return larger(order > 0, 'value')
  return { winner: 'either', rule: (a.ttl ?? 0) === (b.ttl ?? 0) ? 'nothing' : 'argument order' }
}

function larger(aIsLarger: boolean, rule: ReconcileRule): Reconciliation {
  return { winner: aIsLarger ? 'a' : 'b', rule }
}
