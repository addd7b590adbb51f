import type { Ms, Task } from '../core/types.ts'
import { provideRates } from './rates.ts'
import type { DiskUse, RingNode } from './state.ts'

/**
 * Length of the slices in which a validation or a stream uses the disk, in ms: it goes first in each, and reads wait.
 */
const sliceMs = 100

/**
 * How long a read waits for the disk. Validations and streams together take a share of the disk's rate, and each slice
 * of time begins with that share. Nothing waits for a disk without a rate.
 */
function diskTurn(node: RingNode): Ms {
  const { diskBytesPerMs } = node.options
  const { diskJobs } = node.memory
  if (diskBytesPerMs === 0 || diskJobs === 0) return 0
  const busyMs = Math.floor(sliceMs * Math.min(1, diskJobs / diskBytesPerMs))
  return Math.max(0, busyMs - (Math.max(0, node.now()) % sliceMs))
}

/**
 * Reads or writes that many bytes at a given rate, while reads queue behind it; at a rate of 0 it takes no time. The
 * rate is the node's: all its validations share one (a disk has one speed, whatever sets it), and so do all its streams
 * (stream_throughput_outbound). Here they take turns, so that the last one ends when it would if they shared.
 */
function* useDisk(node: RingNode, use: DiskUse, bytes: number): Task<void> {
  const bytesPerMs = node.options[use]
  if (bytesPerMs === 0 || bytes === 0) return
  const { [use]: freeAtMs = 0 } = node.memory.diskFreeAtMs ?? {}
  const waitMs = Math.max(0, freeAtMs - node.now())
  const endMs = node.now() + waitMs + Math.ceil(bytes / bytesPerMs)
  node.memory = { ...node.memory, diskFreeAtMs: { ...node.memory.diskFreeAtMs, [use]: endMs } }
  if (waitMs > 0) yield* node.sleep(waitMs)
  node.memory = { ...node.memory, diskJobs: node.memory.diskJobs + bytesPerMs }
  yield* node.sleep(Math.ceil(bytes / bytesPerMs))
  const left = node.memory.diskJobs - bytesPerMs
  // Rates aren't whole numbers, so a tiny remainder counts as zero.
  node.memory = { ...node.memory, diskJobs: left < 1e-6 ? 0 : left }
}

provideRates({ turn: diskTurn, use: useDisk })
