import { sizeOf } from '../core/size.ts'
import type { NodeId, Task } from '../core/types.ts'
import { rangeContains, type TokenRange } from '../token/range.ts'
import type { Partition } from './partition.ts'
import type { RingNode } from './state.ts'
import { apply, scan, tokenOfKey, withBackground } from './storage.ts'

/** A token range as a message carries it: decimal numbers. */
export interface RangeText {
  readonly left: string
  readonly right: string
}

export function rangeText({ left, right }: TokenRange): RangeText {
  return { left: String(left), right: String(right) }
}

export function rangeFrom({ left, right }: RangeText): TokenRange {
  return { left: BigInt(left), right: BigInt(right) }
}

/** What a transfer moved. */
export interface Streamed {
  readonly partitions: number
  readonly bytes: number
}

/** Takes partitions that were streamed; they are merged, never put in place of what is there. */
export function receive(node: RingNode, partitions: readonly Partition[]): void {
  for (const partition of partitions) apply(node, partition)
}

/** All the data of these ranges: whole partitions, whether the other side has them already or not. */
export function collect(node: RingNode, ranges: readonly RangeText[]): readonly Partition[] {
  return counted(
    node,
    ranges.flatMap((range) => scan(node, rangeFrom(range))),
  )
}

/** What a repair streams: the ranges in which two trees differ, of the range that the trees were built for. */
export interface Difference {
  readonly of: string
  readonly ranges: readonly RangeText[]
}

/**
 * Sends what differs to the peer and takes what it has there: both ways, no winner. (SyncTask, StreamPlan.) Each side
 * sends what it had when its tree was built, since all pairs of a repair stream side by side. Null when it failed.
 */
export function* exchange(
  node: RingNode,
  { peer, ...difference }: Difference & { readonly peer: NodeId },
): Task<Streamed | null> {
  const ours = validated(node, difference)
  const reply = yield* node.call(peer, 'stream', { ...difference, partitions: ours }, 600_000)
  if (!reply.ok) return null
  const theirs = reply.value as readonly Partition[]
  receive(node, theirs)
  return { partitions: ours.length + theirs.length, bytes: sizeOf(ours) + sizeOf(theirs) }
}

/** The other side of {@link exchange}. */
export function answerStream(
  node: RingNode,
  { partitions, ...difference }: Difference & { readonly partitions: readonly Partition[] },
): readonly Partition[] {
  const ours = validated(node, difference)
  receive(node, partitions)
  return ours
}

function validated(node: RingNode, { of, ranges }: Difference): readonly Partition[] {
  const kept = node.memory.validated
  if (kept?.range !== of) return collect(node, ranges)
  const wanted = ranges.map(rangeFrom)
  const inside = ({ key }: Partition) => wanted.some((range) => rangeContains(range, tokenOfKey(key)))
  return counted(node, withBackground(node, kept.partitions.filter(inside), wanted))
}

function counted(node: RingNode, partitions: readonly Partition[]): readonly Partition[] {
  for (let count = 0; count < partitions.length; count++) node.mark('partition streamed')
  return partitions
}
