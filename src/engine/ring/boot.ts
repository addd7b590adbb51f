import { Table } from '../core/table.ts'
import type { NodeId, Task } from '../core/types.ts'
import { deliverHints } from './hints.ts'
import { watching } from './membership.ts'
import { firstMembers, isServing, type Members } from './placement.ts'
import type { Disk, RingNode } from './state.ts'
import { dueCompactions } from './compaction.ts'

/** What a node does that had a disk and has none now, or has left: handed in, with the rest of what rarely happens. */
let anew: (node: RingNode) => void | Task<void> = (node) => {
  node.mark('start refused')
  node.disk = undefined as unknown as Disk
  node.halt('It has lost its disk, and must be replaced.')
}

/** Hands in what a node does that comes back without its disk: only a plan with such a fault carries it. */
export function provideAnew(given: typeof anew): void {
  anew = given
}

/**
 * A boot. What the disk holds stays, and every member that this node knows of is assumed to be up until it learns
 * otherwise. A node that had a disk and has lost it doesn't come back as if nothing had happened: see `start-anew.ts`.
 * `how` is the operation that switched it on, if one did.
 */
export function start(node: RingNode, how: string | undefined): void | Task<void> {
  const isWiped = node.disk === undefined && node.boots > 1
  const isNew = node.disk === undefined
  const isKnown = !isWiped || node.others.length === 0 || node.options.seeds.includes(node.id)
  const members = isKnown ? firstMembers(node.options) : {}
  node.disk = (node.disk as Disk | undefined) ?? freshDisk(members)
  node.memory = freshMemory(node, node.disk.members)
  const hasLeft = node.disk.members[node.id]?.status === 'left'
  if (how === 'replace' || hasLeft || (isNew && !isKnown)) {
    node.listen(false)
    return how === undefined ? anew(node) : undefined
  }
  if (isWiped) node.mark('seed started empty')
  goOn(node)
}

/** The node takes part again: in gossip, in compactions that are due, and with the hints it holds. */
export function goOn(node: RingNode): void {
  node.listen(true)
  dueCompactions(node, [...node.disk.sstables, node.disk.memtable])
  if (node.options.membership === 'gossip') watching().begin(node)
  for (const id of node.others) deliverHints(node, id, 10_000)
}

/** What a node has in memory when it has just begun: every member that serves is taken for up. */
export function freshMemory(node: RingNode, members: Members): RingNode['memory'] {
  const since = node.now()
  const opinion = (id: NodeId) => ({ up: members[id] !== undefined && isServing(members[id]), since })
  return {
    opinions: Object.fromEntries(node.others.map((id) => [id, opinion(id)])),
    delivering: [],
    syncDue: false,
    compactAt: Infinity,
    heartbeats: {},
    echoing: [],
    bootedAt: since,
    logged: undefined,
    diskJobs: 0,
    repairs: {},
  }
}

function freshDisk(members: Members): Disk {
  return { memtable: Table.empty(), sstables: [], hints: Table.empty(), members }
}
