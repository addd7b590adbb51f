import type { Json, NodeId, Task } from '../core/types.ts'
import type { LogNode } from './node.ts'
import { keepersOf, noRecords, leaderOf, endOf, store } from './partitions.ts'

/** After a boot a leader takes back what its followers have and it lost in a power cut. */
export function* recover(node: LogNode, led: readonly number[]): Task<void> {
  for (const partition of node.boots > 1 ? led : []) {
    for (const follower of keepersOf(node.options, partition).slice(1)) {
      const from = endOf(node, partition)
      const reply = yield* node.call(follower, 'records from', { partition, from }, 1000)
      for (const value of reply.ok ? (reply.value as readonly Json[]) : []) store(node, partition, value)
    }
  }
  node.memory = { ...node.memory, ready: true }
}

/** The followers that count: those that had all records at most `lagMs` ago. */
export function inSync(node: LogNode, partition: number): readonly NodeId[] {
  const progress = node.memory.followers[partition] ?? {}
  const since = node.now() - node.options.lagMs
  return keepersOf(node.options, partition)
    .slice(1)
    .filter((id) => (progress[id]?.caughtUpAtMs ?? 0) >= since)
}

/** The offset below which every in-sync replica has the records; consumers see no further. */
export function highWatermark(node: LogNode, partition: number): number {
  const progress = node.memory.followers[partition] ?? {}
  const ends = inSync(node, partition).map((id) => progress[id]?.end ?? 0)
  return Math.min(endOf(node, partition), ...ends)
}

/** A follower fetches what it's missing, for as long as it runs. */
export function* follow(node: LogNode, partition: number): Task<void> {
  for (;;) {
    const end = endOf(node, partition)
    const leader = leaderOf(node, partition)
    const reply = yield* node.call(leader, 'replicate', { partition, end }, 10 * node.options.fetchMs)
    const values = reply.ok ? (reply.value as readonly Json[] | null) : null
    for (const value of values ?? []) store(node, partition, value)
    if (values !== null && values.length > 0) yield* node.sync()
    else yield* node.sleep(node.options.fetchMs)
  }
}

/** What a follower asks for says how far it is: everything below `end` it has on disk. */
export function answerFollower(
  node: LogNode,
  { partition, end }: { readonly partition: number; readonly end: number },
  from: NodeId,
): readonly Json[] | null {
  if (!node.memory.ready) return null
  const own = endOf(node, partition)
  const before = node.memory.followers[partition]?.[from]
  const caughtUpAtMs = end >= own ? node.now() : (before?.caughtUpAtMs ?? 0)
  const progress = { ...node.memory.followers[partition], [from]: { end, caughtUpAtMs } }
  node.memory = { ...node.memory, followers: { ...node.memory.followers, [partition]: progress } }
  return [...(node.disk.partitions[partition] ?? noRecords).range(end)].map(([, value]) => value)
}
