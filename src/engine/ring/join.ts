import type { Json, Task } from '../core/types.ts'
import { askMembers } from './start-anew.ts'
import { announce, learnMembers } from './membership.ts'
import { streamWith } from './move-data.ts'
import { futureRingOf, gains, ringOf, tokensFor } from './placement.ts'
import { isAlive, type RingNode } from './state.ts'
import { rangeText, receive, type Load } from './stream.ts'

/** How long others may need to hear of a change before data moves (RING_DELAY is 30 s in Cassandra). */
export const ringDelayMs = 2_000

/**
 * This node joins. It takes tokens, gets every write from now on, fetches what it's going to store from the nodes that
 * store it, and only then serves reads. (The bootstrap of a node.) Each range comes from the replica that gives it up,
 * so that as many replicas as before know each write; if that replica is down, the join fails. (Consistent range
 * movement, RangeStreamer.) For the same reason it doesn't begin while another node joins or leaves. Former owners keep
 * what they had, because nothing is cleaned up.
 */
export function* join(node: RingNode): Task<Json> {
  if (node.disk.members[node.id]?.status === 'normal') return { ok: true }
  // The nodes that are there already are asked first; the plan's list only says which nodes may exist.
  learnMembers(node, (yield* askMembers(node)) ?? {})
  if (yield* isAnotherMoving(node)) {
    node.mark('join refused')
    return {
      error: 'unavailable',
      why: 'Other bootstrapping/leaving/moving nodes detected, cannot bootstrap',
    }
  }
  const tokens = tokensFor(node.options, node.id, Infinity, 0)
  announce(node, 'joining', tokens)
  yield* node.sync()
  node.mark('joining')
  yield* node.sleep(ringDelayMs)
  const { members } = node.disk
  const future = futureRingOf(members, node.options)
  let moved = 0
  for (const { range, sources, losing } of gains(ringOf(members, node.options), future, node.id)) {
    // Where there were fewer replicas than asked for, no node gives anything up, and any source will do.
    const source = losing[0] ?? sources.find((id) => isAlive(node, id)) ?? sources[0]
    if (source === undefined) continue
    if (!isAlive(node, source)) return { error: 'unavailable', why: `${source} gives up a range and is down` }
    const reply = yield* streamWith(node, source, 'fetch', [rangeText(range)])
    if (!reply.ok) return { error: 'unavailable', why: `${source} didn’t stream its ranges` }
    receive(node, reply.value as Load)
    moved += (reply.value as Load).partitions.length
  }
  announce(node, 'normal', tokens)
  yield* node.sync()
  node.mark('joined')
  return { value: { partitions: moved } }
}

/**
 * Whether another node joins or leaves. One that died while it joined is forgotten, and a replacement is let through.
 * (StorageService.checkForEndpointCollision; Gossiper, fat clients.)
 */
function* isAnotherMoving(node: RingNode): Task<boolean> {
  for (const { id, status, replaces } of Object.values(node.disk.members)) {
    if (id === node.id) continue
    if (status === 'leaving') return true
    const isJoining = status === 'joining' && replaces === undefined
    if (isJoining && (yield* node.call(id, 'echo', null, 1_000)).ok) return true
  }
  return false
}
