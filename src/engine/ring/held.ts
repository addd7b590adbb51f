import type { RingOptions } from './options.ts'
import { liveColumns } from './partition.ts'
import type { Disk } from './state.ts'
import { lookUp } from './storage.ts'

/**
 * What a node's disk has under a key, for who looks at a run from outside: nothing, only the tombstone of a delete, or a
 * value. `disk` is the node's, as a run recorded it; undefined for a node that never started.
 */
export function heldUnder(
  disk: unknown,
  options: RingOptions,
  key: string,
): 'nothing' | 'tombstone' | 'value' {
  const found = disk === undefined ? undefined : lookUp({ disk: disk as Disk, options }, key)
  if (found === undefined) return 'nothing'
  return liveColumns(found, 0) === null ? 'tombstone' : 'value'
}
