import type { NodeId, Task } from '../core/types.ts'
import { majorityOfVotes, votersOf, whyNotElectable } from './members.ts'
import { becomePrimary } from './primary.ts'
import { remember, say, type SetNode } from './state.ts'
import { hearTerm } from './term.ts'
import { mayTakeOver } from './takeover.ts'
import { postponeElection } from './timer.ts'
import type { Ballot, VoteRequest } from './vote.ts'

/** A member that sees no sign of a primary for the election timeout runs for election, again and again. */
export function startElectionTimer(node: SetNode): void {
  postponeElection(node)
  node.spawn(() => runWhenAlone(node))
}

function* runWhenAlone(node: SetNode): Task<void> {
  for (;;) {
    const rest = node.memory.electionAtMs - node.now()
    if (rest > 0) {
      yield* node.sleep(rest)
      continue
    }
    postponeElection(node)
    if (node.memory.role !== 'primary') yield* runForElection(node, 'no primary seen', true)
  }
}

/** When a takeover is planned and its moment comes, the member runs against the primary, if it still has a reason. */
export function* takeOver(node: SetNode): Task<void> {
  for (;;) {
    yield* node.until(() => node.memory.takeoverAtMs !== Infinity)
    const at = node.memory.takeoverAtMs
    yield* node.sleep(Math.max(0, at - node.now()))
    if (node.memory.takeoverAtMs !== at) continue
    remember(node, { takeoverAtMs: Infinity })
    const reason = node.memory.takeover!
    if (!mayTakeOver(node, reason)) continue
    node.mark(
      reason === 'higher priority' ? 'took over for its priority' : 'took over from one that catches up',
    )
    yield* runForElection(node, reason, true)
  }
}

/**
 * Runs for election. First comes a dry run, which costs nobody a term. Then the member raises the term, writes its own
 * vote to disk, and asks all the others. (Replication Internals, "Candidate Perspective")
 */
export function* runForElection(node: SetNode, why: string, dryRun: boolean): Task<void> {
  if (node.memory.running || whyNotElectable(node) !== undefined) return
  remember(node, { running: true })
  node.mark('ran for election')
  say(node, 'run for election', { term: node.memory.term, why })
  const won = (!dryRun || (yield* wins(node, true))) && (yield* standsInNewTerm(node))
  remember(node, { running: false })
  if (!won) say(node, 'lose election', { term: node.memory.term })
  else becomePrimary(node)
}

function* standsInNewTerm(node: SetNode): Task<boolean> {
  if (whyNotElectable(node) !== undefined) return false
  const term = node.memory.term + 1
  if (node.disk.vote.term >= term) return false
  hearTerm(node, term)
  node.disk = { ...node.disk, vote: { term, for: node.id } }
  say(node, 'vote', { term, for: node.id })
  yield* node.sync()
  node.mark('stood for a term')
  return node.memory.term === term && (yield* wins(node, false))
}

/** The votes so far: how many ayes, the member's own included, and which members haven't answered. */
interface Poll {
  ayes: number
  silent: number
}

/** Whether a majority of the votes, the member's own included, says aye in this term. */
function* wins(node: SetNode, dryRun: boolean): Task<boolean> {
  const { options, memory } = node
  const request: VoteRequest = { term: memory.term, dryRun, last: node.disk.last }
  const voters = votersOf(options).filter((id) => id !== node.id)
  const poll: Poll = { ayes: 1, silent: voters.length }
  for (const id of voters) node.spawn(() => requestVote(node, id, request, poll))
  const enough = () => poll.ayes >= majorityOfVotes(options)
  const over = () => node.memory.term !== request.term || node.memory.role !== 'secondary'
  const hopeless = () => poll.ayes + poll.silent < majorityOfVotes(options)
  yield* node.until(() => enough() || over() || hopeless(), options.electionTimeoutMs)
  if (!dryRun && enough() && !over()) remember(node, { primary: node.id })
  return enough() && !over()
}

function* requestVote(node: SetNode, id: NodeId, request: VoteRequest, poll: Poll): Task<void> {
  const reply = yield* node.call(id, 'request vote', request, node.options.electionTimeoutMs)
  poll.silent--
  if (!reply.ok) return
  const ballot = reply.value as Ballot
  if (ballot.aye) poll.ayes++
  hearTerm(node, ballot.term)
}
