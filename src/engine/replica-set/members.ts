import type { NodeId } from '../core/types.ts'
import { majority } from '../levels.ts'
import type { Member, ReplicaSetOptions } from './options.ts'
import { beginning, isSameOpTime } from './optime.ts'
import type { MemberView, SetNode } from './state.ts'

/** Everybody with a vote. */
export function votersOf({ members }: ReplicaSetOptions): readonly NodeId[] {
  return Object.keys(members).filter((id) => members[id]!.votes === 1)
}

/** Everybody that holds data. */
export function holdersOf({ members }: ReplicaSetOptions): readonly NodeId[] {
  return Object.keys(members).filter((id) => !members[id]!.arbiter)
}

/** Votes that win an election, and that keep a primary in office. */
export function majorityOfVotes(options: ReplicaSetOptions): number {
  return majority(votersOf(options).length)
}

/**
 * How many voters must have an entry before it is committed: a majority of the votes, but never more than the voters
 * that hold data. (writeMajorityCount)
 */
export function writeMajority(options: ReplicaSetOptions): number {
  const holding = votersOf(options).filter((id) => !options.members[id]!.arbiter).length
  return Math.min(majorityOfVotes(options), holding)
}

/** The settings of a member; without an id, of the node itself. */
export function memberOf(node: SetNode, id: NodeId = node.id): Member {
  return node.options.members[id]!
}

/** What's known of a member before anything has been heard from it. */
export const unknown: MemberView = {
  heardAtMs: -Infinity,
  role: 'recovering',
  written: beginning,
  durable: beginning,
  lastWallMs: 0,
  syncSource: undefined,
  pingMs: undefined,
}

/** What a node knows of a member. */
export function memberViewOf(node: SetNode, id: NodeId): MemberView {
  return node.memory.views[id] ?? unknown
}

/** Changes what a node knows of a member. */
export function see(node: SetNode, id: NodeId, change: Partial<MemberView>): void {
  // Set on a copy of its own: a computed name inside a literal takes engines much longer, and this is done at every message.
  const views: { [id: NodeId]: MemberView } = { ...node.memory.views }
  views[id] = { ...memberViewOf(node, id), ...change }
  node.memory = { ...node.memory, views }
}

/** Whether the member was heard from in the last 10 s (heartbeatTimeoutSecs). A member always counts itself as up. */
export function isUp(node: SetNode, id: NodeId): boolean {
  return id === node.id || node.now() - memberViewOf(node, id).heardAtMs < node.options.heartbeatTimeoutMs
}

/** Whether a node takes so many voting members for up, itself included, that they are a majority of all votes. */
export function seesMajority(node: SetNode): boolean {
  const up = votersOf(node.options).filter((id) => isUp(node, id))
  return up.length >= majorityOfVotes(node.options)
}

/** Why this member wouldn't run for election at the moment; undefined when it would. (TopologyCoordinator) */
export function whyNotElectable(node: SetNode): string | undefined {
  const { memory } = node
  if (memberOf(node).priority === 0) return 'has priority 0'
  if (memory.role !== 'secondary') return `is ${memory.role}`
  if (node.now() < memory.frozenUntilMs) return 'stepped down a short while ago'
  if (!seesMajority(node)) return 'sees no majority'
  if (isSameOpTime(node.disk.last, beginning)) return 'has no data'
  return undefined
}
