import type { Json, NodeId, Task } from '../core/types.ts'
import { ringDelayMs } from './join.ts'
import { patienceMs, streamWith } from './move-data.ts'
import { deliverHints, keep } from './hints.ts'
import { announce } from './membership.ts'
import { datacentreOf, futureRingOf, gains, ringOf, type Member } from './placement.ts'
import { isAlive, type Hint, type RingNode } from './state.ts'
import { fetch, rangeText, type Load } from './stream.ts'

/**
 * This node leaves. It streams what it stores to the nodes that take over, hands on its hints, then gives up its
 * tokens. It's refused when fewer nodes than replicas would remain, unless it's forced; while it's under way; and while
 * another node's move brings data here. If it fails, it can be asked for again, and starts from the beginning.
 * (StorageService.decommission, unbootstrap.)
 */
export function* leave(node: RingNode, { force = false }: { readonly force?: boolean } = {}): Task<Json> {
  const own = node.disk.members[node.id]
  const why = whyNotLeaving(node, own, force)
  if (own === undefined || why !== undefined) return { error: 'unavailable', why: why! }
  node.memory = { ...node.memory, isLeaving: true }
  const moved = yield* handOver(node, own.tokens)
  node.memory = { ...node.memory, isLeaving: false }
  return typeof moved === 'string' ? { error: 'unavailable', why: moved } : { value: { partitions: moved } }
}

/** Why this node may not leave just now; undefined when it may. */
function whyNotLeaving(node: RingNode, own: Member | undefined, force: boolean): string | undefined {
  const { disk, memory, options } = node
  if (memory.isLeaving === true) return 'This node is still decommissioning.'
  if (own?.status === 'leaving') return undefined
  if (own?.status !== 'normal') return `${node.id} isn’t a member`
  const { left, factor } = afterLeaving(node)
  if (left < factor && !force) return `${left} nodes would be left for ${factor} replicas`
  const coming = gains(ringOf(disk.members, options), futureRingOf(disk.members, options), node.id)
  return coming.length > 0 ? 'data is currently moving to this node; unable to leave the ring' : undefined
}

/** Streams, hands on the hints and gives up the tokens; answers how many partitions went, or why it failed. */
function* handOver(node: RingNode, tokens: readonly string[]): Task<number | string> {
  announce(node, 'leaving', tokens)
  yield* node.sync()
  node.mark('leaving')
  yield* node.sleep(ringDelayMs)
  const { members } = node.disk
  const before = ringOf(members, node.options)
  const after = futureRingOf(members, node.options)
  let moved = 0
  const streams: { readonly to: NodeId; answered?: boolean }[] = []
  for (const id of node.others) {
    const ranges = gains(before, after, id)
      .filter(({ sources }) => sources.includes(node.id))
      .map(({ range }) => rangeText(range))
    if (ranges.length === 0) continue
    const load = fetch(node, ranges)
    const stream: (typeof streams)[number] = { to: id }
    streams.push(stream)
    node.spawn(() => send(node, stream, load))
    moved += load.partitions.length
  }
  yield* node.until(() => streams.every(({ answered }) => answered !== undefined))
  const lost = streams.find(({ answered }) => answered === false)
  if (lost !== undefined) return `${lost.to} didn’t take its ranges`
  yield* handOnHints(node)
  announce(node, 'left', tokens)
  yield* node.sync()
  node.mark('left')
  return moved
}

function* send(node: RingNode, stream: { readonly to: NodeId; answered?: boolean }, load: Load): Task<void> {
  stream.answered = (yield* streamWith(node, stream.to, 'take', load)).ok
}

/** The hints go to the nearest node that's up; if there's none, they're lost with this node. (streamHints.) */
function* handOnHints(node: RingNode): Task<void> {
  const hints = [...node.disk.hints].map(([, hint]) => hint)
  if (hints.length === 0) return
  const here = datacentreOf(node.options, node.id)
  const isMember = (id: string) => node.disk.members[id]?.status === 'normal' && isAlive(node, id)
  const heirs = node.others.filter(isMember)
  const heir = heirs.find((id) => datacentreOf(node.options, id) === here) ?? heirs[0]
  if (heir === undefined) return
  const reply = yield* node.call(heir, 'take hints', hints, patienceMs)
  if (!reply.ok) return
  node.mark('hints handed on', heir)
  const kept = node.disk.hints
  let left = kept
  for (const [place] of kept) left = left.delete(place)
  node.disk = { ...node.disk, hints: left }
}

/** How many nodes remain when this one leaves, and how many replicas they must hold, here or in its datacentre. */
function afterLeaving({ id, disk, options }: RingNode): { readonly left: number; readonly factor: number } {
  const staying = Object.values(disk.members).filter((one) => one.status === 'normal' && one.id !== id)
  const { replicas } = options
  if (typeof replicas === 'number') return { left: staying.length, factor: replicas }
  const here = datacentreOf(options, id)
  const near = staying.filter((one) => datacentreOf(options, one.id) === here)
  return { left: near.length, factor: replicas[here] ?? 0 }
}

/** A node that leaves hands on what it keeps. (HintsService.transferHints.) */
export function takeHints(node: RingNode, hints: readonly Hint[]): void {
  for (const hint of hints) if (hint.to !== node.id) keep(node, hint)
  for (const id of node.others) if (isAlive(node, id)) deliverHints(node, id, 0)
}
