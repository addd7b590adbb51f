import type { Json, NodeId, Task } from '../core/types.ts'
import { goOn } from './boot.ts'
import { askMembers } from './start-anew.ts'
import { ringDelayMs } from './join.ts'
import { streamWith } from './move-data.ts'
import { announce, learnMembers } from './membership.ts'
import { ringOf } from './placement.ts'
import type { RingNode } from './state.ts'
import { rangeText, receive, type Load } from './stream.ts'

/**
 * This node takes the place of a dead one, under the same name (its own disk was lost) or as a new node. It takes the
 * dead node's tokens, and copies each of its ranges from one replica that's up. Nobody reads from it before that's
 * done. Under the same name it gets no writes in the meantime, but hints afterwards; as a new node it gets every write.
 * (cassandra.replace_address; StorageService.prepareForReplacement, RangeStreamer.)
 */
export function* replace(node: RingNode, { of = node.id }: { readonly of?: NodeId } = {}): Task<Json> {
  if (node.disk.members[node.id] !== undefined)
    return { error: 'unavailable', why: `${node.id} is a member and up` }
  const members = yield* askMembers(node)
  if (members === undefined) return refused(node, 'Unable to gossip with any peers')
  learnMembers(node, members)
  const dead = members[of]
  if (dead === undefined || dead.status === 'left')
    return refused(node, `Cannot replace_address ${of} because it doesn't exist in gossip`)
  if (of !== node.id && (yield* firstUp(node, [of])) !== undefined)
    return refused(node, 'Cannot replace a live node...')
  if (of !== node.id) {
    node.listen(true)
    announce(node, 'joining', dead.tokens, of)
    yield* node.sync()
  }
  node.mark('replacing')
  yield* node.sleep(ringDelayMs)
  const moved = yield* fetchAll(node, of)
  if (typeof moved === 'string') return refused(node, moved)
  if (of !== node.id) learnMembers(node, { [of]: { ...dead, status: 'left', version: dead.version + 1 } })
  goOn(node)
  announce(node, 'normal', dead.tokens)
  yield* node.sync()
  node.mark('replaced')
  return { value: { partitions: moved } }
}

/** Every range that the dead one stored, from the first of its other replicas that is up; or why that can't be. */
function* fetchAll(node: RingNode, dead: NodeId): Task<number | string> {
  let moved = 0
  for (const { range, replicas } of ringOf(node.disk.members, node.options).ranges) {
    if (!replicas.includes(dead)) continue
    const sources = replicas.filter((id) => id !== dead && id !== node.id)
    // With a single copy there's no node to ask, so the range starts empty, with a warning.
    if (sources.length === 0) continue
    const source = yield* firstUp(node, sources)
    if (source === undefined)
      return `Unable to find sufficient sources for streaming range (${range.left},${range.right}]`
    const reply = yield* streamWith(node, source, 'fetch', [rangeText(range)])
    if (!reply.ok) return `${source} did not stream its ranges`
    receive(node, reply.value as Load)
    moved += (reply.value as Load).partitions.length
  }
  return moved
}

/** Who answers over the direct line. */
function* firstUp(node: RingNode, ids: readonly NodeId[]): Task<NodeId | undefined> {
  for (const id of ids) if ((yield* node.call(id, 'echo', null, 1_000)).ok) return id
  return undefined
}

/** The node doesn't start, and what has arrived stays on its disk unused. */
function refused(node: RingNode, why: string): Json {
  node.mark('start refused')
  node.disk = undefined as never
  node.halt(why)
  return { error: 'unavailable', why }
}
