import { type Settled, tellRest } from '../checks/rest.ts'
import type { Ms, NodeState, Plan } from '../core/types.ts'
import type { RingOptions } from './options.ts'
import { purgeableAt } from './partition.ts'
import type { Disk } from './state.ts'

/** What moves data between nodes, or inside of one, and adds none. */
const harmless = ['read', 'repair', 'flush', 'compact']
/** By these, nodes come and go. */
const moving = ['join', 'leave', 'replace', 'stop']

/**
 * What a ring without tombstones, times to live and hints holds, it holds for good: whatever is copied keeps its timestamp,
 * and nothing may be purged. It's only looked at in a pause that's longer than a coordinator waits for anything, so no
 * tombstone is on its way either.
 *
 * It can't tell where nodes come and go, or where a disk that takes time holds data back.
 */
function settled(plan: Plan, options: RingOptions, slackMs: Ms): Settled | undefined {
  const { background, diskBytesPerMs, validationBytesPerMs, streamBytesPerMs } = options
  const isMoving = plan.ops.some(({ do: what }) => moving.includes(what))
  if (isMoving || background + diskBytesPerMs + validationBytesPerMs + streamBytesPerMs > 0) return undefined
  const { writeTimeoutMs, readTimeoutMs, speculativeRetryMs } = options
  // Twice and more, because a clock may run slowly.
  return { pauseMs: slackMs + 4 * (writeTimeoutMs + readTimeoutMs + speculativeRetryMs), isAtRest }
}

function isAtRest(nodes: readonly NodeState[]): boolean {
  return nodes.every(({ disk }) => isLasting(disk as Disk | undefined))
}

/** Whether nothing of it may ever be purged, and no hint waits. */
function isLasting(disk: Disk | undefined): boolean {
  if (disk === undefined) return true
  if (disk.hints.size > 0) return false
  for (const rows of [disk.memtable, ...disk.sstables])
    for (const [, partition] of rows) if (purgeableAt(partition, 0) !== Infinity) return false
  return true
}

tellRest('ring', { harmless, settled })
