import { type Shape, fields, flag, maybe, numberFrom, oneOf } from '../core/plan/shape.ts'
import type { Problem } from '../core/types/problem.ts'
import type { NodeId, PlanNode } from '../core/types.ts'
import type { WriteConcern } from './concern.ts'

/** What the configuration of the set says of one member. */
export interface Member {
  /** 0: never primary. Of the members that are up and up to date, the one with the highest priority takes over. */
  readonly priority: number
  readonly votes: 0 | 1
  /** Votes, and holds no data. */
  readonly arbiter: boolean
}

/** Every member by its name. */
export type Members = { readonly [id: NodeId]: Member }

const usual: Member = { priority: 1, votes: 1, arbiter: false }

/** What a plan says of one member, where it differs from the usual. */
export const member: Shape<Partial<Member>> = fields<Partial<Member>>({
  priority: maybe(numberFrom(0, 1000)),
  votes: maybe(oneOf(0, 1)),
  arbiter: maybe(flag),
})

/** The most members a set can have, and the most that vote. (Replica Set Configuration; the manual on elections.) */
export const mostMembers = 50
export const mostVotes = 7

/** A member with every default filled in. */
export function completed(given: Partial<Member>): Member {
  if (given.arbiter === true) return { ...usual, ...given, priority: given.priority ?? 0, arbiter: true }
  // A member without a vote can't be primary: the configuration demands priority 0 for it.
  return { ...usual, ...given, priority: given.priority ?? (given.votes === 0 ? 0 : usual.priority) }
}

/**
 * The write concern of a client that names none: majority, but w: 1 where arbiters leave no more data-bearing voters
 * than the majority of votes. (Write Concern, "Implicit Default Write Concern")
 */
export function implicitConcern(members: readonly Member[]): WriteConcern {
  const voters = members.filter(({ votes }) => votes === 1)
  const arbiters = voters.filter(({ arbiter }) => arbiter).length
  const majority = Math.floor(voters.length / 2) + 1
  return arbiters > 0 && voters.length - arbiters <= majority ? { w: 1 } : { w: 'majority' }
}

/** The member of the highest priority above 0, the first of several; 'none' where nobody may be primary. */
export function highest(members: Members): NodeId {
  const ids = Object.keys(members).filter((id) => members[id]!.priority > 0)
  return ids.reduce<NodeId | undefined>(
    (best, id) => (best === undefined || members[id]!.priority > members[best]!.priority ? id : best),
    undefined,
  ) ?? 'none' // prettier-ignore
}

/** What a real set would refuse in this configuration. */
export function* membersWrong(
  nodes: readonly PlanNode[],
  given: { readonly [id: NodeId]: unknown },
  members: Members,
): Generator<Problem> {
  const where = 'replicaSet.members'
  if (nodes.length > mostMembers) {
    yield { where, expected: `at most ${mostMembers} members`, received: `${nodes.length}` }
  }
  const votes = Object.values(members).filter((one) => one.votes === 1).length
  if (votes > mostVotes || votes === 0) {
    const expected = `1 to ${mostVotes} members with a vote; give the others votes: 0`
    yield { where, expected, received: `${votes} with a vote` }
  }
  for (const id of Object.keys(given)) {
    if (members[id] === undefined) yield { where, expected: 'names of nodes', received: JSON.stringify(id) }
  }
  for (const [id, one] of Object.entries(members)) {
    if (one.arbiter && (one.votes === 0 || one.priority > 0)) {
      yield { where: `${where}.${id}`, expected: 'an arbiter with a vote and priority 0', received: JSON.stringify(one) } // prettier-ignore
    } else if (one.votes === 0 && one.priority > 0) {
      yield { where: `${where}.${id}`, expected: 'priority 0 for who has no vote', received: JSON.stringify(one) } // prettier-ignore
    }
  }
  for (const { id } of nodes.filter(({ absent }) => absent === true)) {
    yield { where: `plan.nodes, "${id}"`, expected: 'a member from the start: this set isn’t reconfigured', received: 'absent: true' } // prettier-ignore
  }
}
