import type { Json, NodeId, Task } from '../core/types.ts'
import type { Partition } from './partition.ts'
import { announce } from './membership.ts'
import { datacentreOf, futureRingOf, replicasOf, ringOf, tokensFor, type Ring } from './placement.ts'
import { isAlive, type RingNode } from './state.ts'
import { collect, rangeText, receive, type RangeText } from './stream.ts'

const patienceMs = 600_000

/** How long others may need to hear of a change before data moves (RING_DELAY is 30 s in Cassandra). */
const ringDelayMs = 2_000

/**
 * This node joins: it takes tokens, gets every write from now on, fetches what it will store from those who store it,
 * and only then is read from. (The bootstrap of a node.) Each range comes from the replica that gives it up, so that as
 * many replicas as before know each write; it fails if that one is down. (Consistent range movement, RangeStreamer.) Old
 * owners keep what they had: nothing is cleaned up.
 */
export function* join(node: RingNode): Task<Json> {
  if (node.disk.members[node.id]?.status === 'normal') return { ok: true }
  // Who is there already is asked first; the plan's list only says who may exist.
  yield* node.quorum(node.others, 1, 'members', node.disk.members, 1_000)
  const tokens = tokensFor(node.options, node.id, Infinity, 0)
  announce(node, 'joining', tokens)
  yield* node.sync()
  node.mark('joining')
  yield* node.sleep(ringDelayMs)
  const { members } = node.disk
  let moved = 0
  for (const { range, sources, losing } of gains(
    ringOf(members, node.options),
    futureRingOf(members, node.options),
    node.id,
  )) {
    // Where there were fewer replicas than asked for nobody gives anything up, and anyone will do.
    const source = losing[0] ?? sources.find((id) => isAlive(node, id)) ?? sources[0]
    if (source === undefined) continue
    if (!isAlive(node, source)) return { error: 'unavailable', why: `${source} gives up a range and is down` }
    const reply = yield* node.call(source, 'fetch', [rangeText(range)], patienceMs)
    if (!reply.ok) return { error: 'unavailable', why: `${source} did not stream its ranges` }
    const partitions = reply.value as readonly Partition[]
    receive(node, partitions)
    moved += partitions.length
  }
  announce(node, 'normal', tokens)
  yield* node.sync()
  node.mark('joined')
  return { value: { partitions: moved } }
}

/**
 * This node leaves: it streams what it stores to those who will, then gives up its tokens. Refused when fewer nodes than
 * replicas would stay. (Decommission.)
 */
export function* leave(node: RingNode): Task<Json> {
  const own = node.disk.members[node.id]
  if (own?.status !== 'normal') return { error: 'unavailable', why: `${node.id} is not a member` }
  const { left, factor } = afterLeaving(node)
  if (left < factor) {
    return { error: 'unavailable', why: `${left} nodes would be left for ${factor} replicas` }
  }
  announce(node, 'leaving', own.tokens)
  yield* node.sync()
  node.mark('leaving')
  yield* node.sleep(ringDelayMs)
  const { members } = node.disk
  const before = ringOf(members, node.options)
  const after = futureRingOf(members, node.options)
  let moved = 0
  for (const id of node.others) {
    const ranges = gains(before, after, id)
      .filter(({ sources }) => sources.includes(node.id))
      .map(({ range }) => rangeText(range))
    if (ranges.length === 0) continue
    const partitions = collect(node, ranges)
    const reply = yield* node.call(id, 'take', partitions, patienceMs)
    if (!reply.ok) return { error: 'unavailable', why: `${id} did not take its ranges` }
    moved += partitions.length
  }
  announce(node, 'left', own.tokens)
  yield* node.sync()
  node.mark('left')
  return { value: { partitions: moved } }
}

/** How many nodes stay when this one leaves, and how many replicas they must hold: here, or in its datacentre. */
function afterLeaving({ id, disk, options }: RingNode): { readonly left: number; readonly factor: number } {
  const staying = Object.values(disk.members).filter((one) => one.status === 'normal' && one.id !== id)
  const { replicas } = options
  if (typeof replicas === 'number') return { left: staying.length, factor: replicas }
  const here = datacentreOf(options, id)
  const near = staying.filter((one) => datacentreOf(options, one.id) === here)
  return { left: near.length, factor: replicas[here] ?? 0 }
}

/** The ranges that the node stores after and not before, as fine as both rings cut them, who stores them now, and who will not. */
function gains(before: Ring, after: Ring, id: NodeId) {
  const cuts = [...new Set([...before.seats, ...after.seats].map(({ token }) => token))].sort((a, b) =>
    a < b ? -1 : 1,
  )
  return cuts
    .map((right, index) => ({ left: cuts.at(index - 1)!, right }))
    .map((range) => ({
      range,
      sources: replicasOf(before, range.right),
      then: replicasOf(after, range.right),
    }))
    .filter(({ sources, then }) => then.includes(id) && !sources.includes(id))
    .map((gain) => ({ ...gain, losing: gain.sources.filter((source) => !gain.then.includes(source)) }))
}

/** A node that joins asks for ranges. */
export function fetch(node: RingNode, ranges: readonly RangeText[]): readonly Partition[] {
  return collect(node, ranges)
}
