import type { NodeId, Task } from '../core/types.ts'
import { isUp, memberOf } from './members.ts'
import { isAtLeast, type OpTime } from './optime.ts'
import { say, type SetNode } from './state.ts'
import { hearTerm } from './term.ts'
import { postponeElection } from './timer.ts'

/** What a candidate asks for. (replSetRequestVotes) */
export interface VoteRequest {
  readonly term: number
  /** Only asking: no term begins and no vote is given. */
  readonly dryRun: boolean
  /** The candidate's last entry. */
  readonly last: OpTime
}

/** A voter's answer to a candidate. */
export interface Ballot {
  readonly term: number
  readonly aye: boolean
  /** Why not. */
  readonly reason: string
}

/**
 * Gives a vote or refuses it. A vote is on disk before it is answered: a member that restarts must not vote twice.
 * Even a dry run tells the candidate's term. (Replication Internals, "Voter Perspective"; jstests/replsets/last_vote.js)
 */
export function* vote(node: SetNode, request: VoteRequest, candidate: NodeId): Task<Ballot> {
  hearTerm(node, request.term)
  const reason = refusal(node, request, candidate)
  if (reason !== undefined) {
    node.mark(request.dryRun ? 'dry run refused' : 'vote refused')
    return { term: node.memory.term, aye: false, reason }
  }
  if (!request.dryRun) {
    node.disk = { ...node.disk, vote: { term: request.term, for: candidate } }
    // A member that has given its vote gives the candidate time to win.
    postponeElection(node)
    say(node, 'vote', { term: request.term, for: candidate })
    yield* node.sync()
    node.mark('vote given')
  }
  return { term: node.memory.term, aye: true, reason: '' }
}

/** Why a vote is refused; undefined when it is given. Names of sets and versions of configurations are all the same here. */
function refusal(node: SetNode, { term, dryRun, last }: VoteRequest, candidate: NodeId): string | undefined {
  const { memory, disk } = node
  if (term < memory.term) return `term ${term} is over`
  if (!isAtLeast(last, disk.last)) return 'its last entry is older'
  if (!dryRun && disk.vote.term >= term) return `voted in term ${disk.vote.term}`
  if (memberOf(node).arbiter && seesPrimaryAsGoodAs(node, candidate)) return 'there is a primary'
  return undefined
}

/** An arbiter keeps two members that can't reach each other from replacing each other forever. */
function seesPrimaryAsGoodAs(node: SetNode, candidate: NodeId): boolean {
  const { primary } = node.memory
  if (primary === undefined || primary === candidate || !isUp(node, primary)) return false
  return memberOf(node, primary).priority >= memberOf(node, candidate).priority
}
