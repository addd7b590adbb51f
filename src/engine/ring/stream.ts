import { sizeOf } from '../core/size.ts'
import type { NodeId, Task } from '../core/types.ts'
import type { TokenRange } from '../token/range.ts'
import type { Partition } from './partition.ts'
import type { RingNode } from './state.ts'
import { apply, scan } from './storage.ts'

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
  const partitions = ranges.flatMap((range) => scan(node, rangeFrom(range)))
  for (let count = 0; count < partitions.length; count++) node.mark('partition streamed')
  return partitions
}

/** Sends the ranges to the peer and takes what it has in them: both ways, no winner. (Streaming of a sync task.) */
export function* exchange(
  node: RingNode,
  { peer, ranges }: { readonly peer: NodeId; readonly ranges: readonly RangeText[] },
): Task<Streamed> {
  const ours = collect(node, ranges)
  const reply = yield* node.call(peer, 'stream', { ranges, partitions: ours }, 600_000)
  if (!reply.ok) return { partitions: 0, bytes: 0 }
  const theirs = reply.value as readonly Partition[]
  receive(node, theirs)
  return { partitions: ours.length + theirs.length, bytes: sizeOf(ours) + sizeOf(theirs) }
}

/** The other side of {@link exchange}. What it sends is what it had before it took anything. */
export function answerStream(
  node: RingNode,
  {
    ranges,
    partitions,
  }: { readonly ranges: readonly RangeText[]; readonly partitions: readonly Partition[] },
): readonly Partition[] {
  const ours = collect(node, ranges)
  receive(node, partitions)
  return ours
}
