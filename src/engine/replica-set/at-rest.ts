import type { NodeState } from '../core/types.ts'
import { isSameOpTime } from './optime.ts'
import type { Disk, Memory } from './state.ts'

/**
 * All members that hold data are up, have the same last entry, and have applied it: none has anything to fetch, to roll back
 * or to copy. An election may still add a noop, which no document is made of; and a write that flow control holds back may
 * still come, so a set that ever slowed one down is never at rest.
 */
export function isAtRest(members: readonly NodeState[]): boolean {
  let first: Disk | undefined
  for (const { up, memory, disk } of members) {
    const { role, ticketAtMs } = (memory ?? {}) as Partial<Memory>
    if (!up || ticketAtMs !== -Infinity) return false
    if (role === 'arbiter') continue
    if (role !== 'primary' && role !== 'secondary') return false
    const { last, applied } = disk as Disk
    if (!isSameOpTime(last, applied)) return false
    first ??= disk as Disk
    if (!isSameOpTime(last, first.last)) return false
  }
  return first !== undefined
}
