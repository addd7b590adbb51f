import type { NodeId, Task } from '../core/types.ts'
import { deliverHints } from './hints.ts'
import { firstMembers, type Member, type Members } from './placement.ts'
import type { RingNode } from './state.ts'

/** How nodes find out by themselves which nodes are down, where no oracle tells them: `gossip.ts`, handed in. */
export interface Watching {
  /** Begins at a boot. */
  begin(node: RingNode): void
  /**
   * How strongly a node is suspected, as a share of what makes it count as down; undefined when nothing is known of it.
   */
  suspicion(node: RingNode, id: NodeId): number | undefined
}

let given: Watching | undefined

/** Hands in gossip: only a ring whose members watch each other carries it. */
export function provideWatching(watching: Watching): void {
  given = watching
}

/** The gossip that was handed in. @throws Error where none was */
export function watching(): Watching {
  if (given === undefined) throw new Error('membership by gossip needs ring/gossip.ts, which nobody imported')
  return given
}

/** This node changes its mind about another. A node that's back gets the hints kept for it. */
export function consider(node: RingNode, id: NodeId, up: boolean): void {
  const opinion = node.memory.opinions[id]
  if (opinion?.up === up) return
  node.memory = { ...node.memory, opinions: { ...node.memory.opinions, [id]: { up, since: node.now() } } }
  node.mark(up ? 'seen up' : 'seen down', id)
  if (!up) return
  // Gossip would tell the node what changed while it was away. If no node left or joined, nothing is sent.
  if (node.disk.members !== firstMembers(node.options)) node.send(id, 'members', node.disk.members)
  deliverHints(node, id, 0)
}

/** Another node announces that it's stopping, so it counts as down at once. (GOSSIP_SHUTDOWN.) */
export function hearShutdown(node: RingNode, from: NodeId): void {
  node.mark('told of a stop')
  consider(node, from, false)
}

/** The engine's oracle says which nodes can be reached. It replaces gossip where days pass in a figure. */
export function hearOracle(node: RingNode, view: { readonly [id: NodeId]: boolean }): void {
  for (const id of node.others) if (view[id] !== undefined) consider(node, id, view[id])
}

/** What the two nodes know of each member, merged: the newer status of each. */
export function mergeMembers(ours: Members, theirs: Members): Members {
  const news = Object.values(theirs).filter(({ id, version }) => version > (ours[id]?.version ?? 0))
  return news.length === 0
    ? ours
    : { ...ours, ...Object.fromEntries(news.map((member) => [member.id, member])) }
}

/** Takes over what another node knows of the members, where it's newer, and keeps it on disk. */
export function learnMembers(node: RingNode, theirs: Members): void {
  const members = mergeMembers(node.disk.members, theirs)
  if (members !== node.disk.members) node.disk = { ...node.disk, members }
}

/** Records a new status of this node itself, and tells the others. */
export function announce(
  node: RingNode,
  status: Member['status'],
  tokens: readonly string[],
  replaces?: NodeId,
): void {
  const version = (node.disk.members[node.id]?.version ?? 0) + 1
  const own = { id: node.id, status, tokens, version }
  learnMembers(node, { [node.id]: replaces === undefined ? own : { ...own, replaces } })
  // In Cassandra this travels by gossip (or, from 6.0, by a log): here it is told directly, until each one has heard it.
  for (const id of node.others) {
    node.spawn(() => tellMembers(node, id, version))
  }
}

function* tellMembers(node: RingNode, id: NodeId, version: number): Task<void> {
  for (let tries = 0; tries < 20; tries++) {
    const reply = yield* node.call(id, 'members', node.disk.members, 1000)
    if (reply.ok || node.disk.members[node.id]!.version !== version) return
    yield* node.sleep(1000 * 2 ** Math.min(tries, 10))
  }
}
