import { asNode } from '../core/cell.ts'
import {
  PlanError,
  type Shape,
  anything,
  fields,
  flag,
  mapOf,
  maybe,
  numberFrom,
  oneOf,
  orElse,
  read,
  whole,
} from '../core/plan/shape.ts'
import type { Problem } from '../core/types/problem.ts'
import type { Json, Ms, NodeId, PlanNode } from '../core/types.ts'
import { type Level, levels } from '../levels.ts'
import { readConcern, readPreference, writeConcern } from './concern.ts'
import type { ReadConcern, ReadPreference, WriteConcern } from './concern.ts'

/** What the configuration of the set says of one member. */
export interface Member {
  /** 0: never primary. Of the members that are up and up to date, the one with the highest priority takes over. */
  readonly priority: number
  readonly votes: 0 | 1
  /** Votes, and holds no data. */
  readonly arbiter: boolean
}

/** How a replica set is set up, with every default filled in. Defaults are MongoDB's unless it says otherwise. */
export interface ReplicaSetOptions {
  readonly nodes: readonly PlanNode[]
  /** Members that differ from { priority: 1, votes: 1, arbiter: false }; an arbiter has priority 0. */
  readonly members: { readonly [id: NodeId]: Member }
  /**
   * The member that's primary when the plan begins, in term 1; 'none' for a set that has yet to elect one. When left
   * out: the first of those with the highest priority.
   */
  readonly primary: NodeId
  /** (heartbeatIntervalMillis) */
  readonly heartbeatMs: Ms
  /** A member that hasn't been heard from for this long counts as unreachable (heartbeatTimeoutSecs). */
  readonly heartbeatTimeoutMs: Ms
  /** After this long without a primary, a member runs for election (electionTimeoutMillis) ... */
  readonly electionTimeoutMs: Ms
  /** ... plus a random part of it, up to this fraction (replElectionTimeoutOffsetLimitFraction). */
  readonly electionOffset: number
  /** How long a new primary may fetch what it's missing; -1 for no limit (catchUpTimeoutMillis). */
  readonly catchUpTimeoutMs: Ms
  readonly chaining: boolean
  /** No member fetches from one that's further behind the primary than this (maxSyncSourceLagSecs). */
  readonly syncSourceLagMs: Ms
  /**
   * How long a sync source that has nothing new keeps the question waiting. Half the election timeout in MongoDB; less
   * here, because asking again replaces the connection that would resend what was lost.
   */
  readonly awaitMs: Ms
  /** How many entries the oplog holds: a limit of this model's own, for short plans. */
  readonly oplogEntries: number
  /** How many bytes the oplog holds (oplogSizeMB); no limit when left out. */
  readonly oplogBytes: number
  /** Entries younger than this many hours stay, however many there are (oplogMinRetentionHours). */
  readonly oplogHours: number
  /** Entries in one answer to a fetch. */
  readonly batchEntries: number
  /** How many documents one answer to an initial sync holds. */
  readonly cloneDocuments: number
  /**
   * How long a secondary takes to apply what it has written; until then its readers don't see it. Since 8.0 a majority
   * acknowledges what it has written. 0: at once, in the step that writes.
   */
  readonly applyMs: Ms
  /**
   * 'manual': a member that's too far behind, or can't roll back, waits for an operator. 'automatic': it throws its data
   * away and begins an initial sync by itself, which MongoDB doesn't do.
   */
  readonly resync: 'automatic' | 'manual'
  /** How often an idle primary writes an entry without effect (periodicNoopIntervalSecs); 0 for never. */
  readonly noopMs: Ms
  /** A rollback never undoes more time than this (rollbackTimeLimitSecs, a day). */
  readonly rollbackLimitMs: Ms
  /** The primary slows writes down once the majority is half of this behind (flowControlTargetLagSeconds) ... */
  readonly flowControlLagMs: Ms
  /** ... but never below this many writes a second (flowControlMinTicketsPerSecond). */
  readonly flowControlTickets: number
  /** How much nearer another source must be to make a change worthwhile (changeSyncSourceThresholdMillis). */
  readonly nearerMs: Ms
  /** How long a member that's ahead lets a new primary catch up before it runs (catchUpTakeoverDelayMillis); -1 never. */
  readonly catchUpTakeoverMs: Ms
  /** How often the journal is synced when no write waits for it (storage.journal.commitIntervalMs). */
  readonly journalMs: Ms
  /** Whether w: majority means that the write is in the journal (writeConcernMajorityJournalDefault). */
  readonly majorityJournaled: boolean
  /**
   * What a write or a read asks for if it names no concern. When left out, the write concern follows the number of
   * arbiters.
   */
  readonly writeConcern: WriteConcern
  readonly readConcern: ReadConcern
  readonly readPreference: ReadPreference
  /** As a level of the ring; wins over the three above. */
  readonly write?: Level
  readonly read?: Level
  /** How long a client's driver waits for one answer before it tries once more (retryWrites, retryReads). */
  readonly clientTimeoutMs: Ms
  readonly clientRetries: number
  /** How long it looks for a member that may answer (serverSelectionTimeoutMS), and waits between two tries. */
  readonly clientSelectionMs: Ms
  readonly clientPauseMs: Ms
}

/** What a program may leave out, and shorter forms. */
export type ReplicaSetSettings = Partial<Omit<ReplicaSetOptions, 'nodes' | 'members'>> & {
  readonly nodes?: readonly (NodeId | PlanNode)[]
  readonly members?: { readonly [id: NodeId]: Partial<Member> }
}

const day = 24 * 3600 * 1000
const ms = whole(0, 366 * day)
const usual: Member = { priority: 1, votes: 1, arbiter: false }

const member: Shape<Partial<Member>> = fields<Partial<Member>>({
  priority: maybe(numberFrom(0, 1000)),
  votes: maybe(oneOf(0, 1)),
  arbiter: maybe(flag),
})

type Read = Omit<ReplicaSetOptions, 'members' | 'primary' | 'writeConcern'> & {
  readonly members: { readonly [id: NodeId]: Partial<Member> }
  readonly primary: NodeId | undefined
  readonly writeConcern: WriteConcern | undefined
}

const shape = fields<Read>({
  nodes: orElse(anything as Shape<readonly PlanNode[]>, [{ id: 'A' }, { id: 'B' }, { id: 'C' }]),
  members: orElse(mapOf(member), {}),
  primary: maybe(anything as Shape<NodeId>),
  heartbeatMs: orElse(whole(1, day), 2_000),
  heartbeatTimeoutMs: orElse(whole(1, day), 10_000),
  electionTimeoutMs: orElse(whole(1, day), 10_000),
  electionOffset: orElse(numberFrom(0, 1), 0.15),
  catchUpTimeoutMs: orElse(whole(-1, 366 * day), -1),
  chaining: orElse(flag, true),
  syncSourceLagMs: orElse(ms, 30_000),
  awaitMs: orElse(whole(1, day), 2_000),
  oplogEntries: orElse(whole(1, 1e9), 1_000_000),
  oplogBytes: orElse(whole(1, 1e15), 1e15),
  oplogHours: orElse(numberFrom(0, 366 * 24), 0),
  batchEntries: orElse(whole(1, 1e6), 1_000),
  cloneDocuments: orElse(whole(1, 1e6), 1_000),
  applyMs: orElse(ms, 0),
  resync: orElse(oneOf('automatic', 'manual'), 'manual'),
  noopMs: orElse(ms, 10_000),
  rollbackLimitMs: orElse(ms, day),
  flowControlLagMs: orElse(whole(1, day), 10_000),
  flowControlTickets: orElse(whole(1, 1e6), 100),
  nearerMs: orElse(ms, 5),
  catchUpTakeoverMs: orElse(whole(-1, 366 * day), 30_000),
  journalMs: orElse(whole(1, day), 100),
  majorityJournaled: orElse(flag, true),
  writeConcern: maybe(writeConcern),
  readConcern: orElse(readConcern, 'local'),
  readPreference: orElse(readPreference, 'primary'),
  write: maybe(oneOf(...levels)) as Shape<Level>,
  read: maybe(oneOf(...levels)) as Shape<Level>,
  clientTimeoutMs: orElse(ms, 10_000),
  clientRetries: orElse(whole(0, 10), 1),
  clientSelectionMs: orElse(ms, 30_000),
  clientPauseMs: orElse(whole(1, day), 500),
})

/** The most members a set can have. (Replica Set Configuration.) */
export const mostMembers = 50
/** The most members that vote. (The manual on elections.) */
export const mostVotes = 7

/** @throws PlanError that lists everything that's wrong: where, what was expected, what was received */
export function replicaSetOptions(
  settings: ReplicaSetSettings | Json,
  planned?: readonly PlanNode[],
): ReplicaSetOptions {
  const given = read(shape, settings ?? {}, 'replicaSet')
  const nodes = planned ?? given.nodes.map(asNode)
  const members = Object.fromEntries(nodes.map(({ id }) => [id, completed(given.members[id] ?? {})]))
  const problems: Problem[] = [...membersWrong(nodes, given.members, members)]
  const primary = given.primary ?? highest(members)
  if (primary !== 'none' && (!Object.hasOwn(members, primary) || members[primary]!.priority === 0)) {
    const expected = "a member that may be primary (a priority above 0), or 'none'"
    problems.push({ where: 'replicaSet.primary', expected, received: JSON.stringify(primary) })
  }
  if (problems.length > 0) throw new PlanError(problems)
  return {
    ...given,
    nodes,
    members,
    primary,
    writeConcern: given.writeConcern ?? implicitConcern(Object.values(members)),
  }
}

function completed(given: Partial<Member>): Member {
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

function highest(members: ReplicaSetOptions['members']): NodeId {
  const ids = Object.keys(members).filter((id) => members[id]!.priority > 0)
  return ids.reduce<NodeId | undefined>(
    (best, id) => (best === undefined || members[id]!.priority > members[best]!.priority ? id : best),
    undefined,
  ) ?? 'none' // prettier-ignore
}

function* membersWrong(
  nodes: readonly PlanNode[],
  given: { readonly [id: NodeId]: unknown },
  members: ReplicaSetOptions['members'],
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
  if (nodes.length > 0 && !Object.values(members).some(({ priority }) => priority > 0)) {
    const expected = 'at least one member, not an arbiter, with a priority above 0'
    yield { where, expected, received: 'a set that could elect nobody' }
  }
  for (const id of Object.keys(given)) {
    if (members[id] === undefined) yield { where, expected: 'names of nodes', received: JSON.stringify(id) }
  }
  for (const [id, one] of Object.entries(members)) {
    if (one.arbiter && (one.votes === 0 || one.priority > 0)) {
      yield { where: `${where}.${id}`, expected: 'an arbiter with a vote and priority 0', received: JSON.stringify(one) } // prettier-ignore
    } else if (one.votes === 0 && one.priority > 0) {
      yield { where: `${where}.${id}`, expected: 'priority 0 for a member without a vote', received: JSON.stringify(one) } // prettier-ignore
    }
  }
  for (const { id } of nodes.filter(({ absent }) => absent === true)) {
    yield { where: `plan.nodes, "${id}"`, expected: 'a member from the start: this set isn’t reconfigured', received: 'absent: true' } // prettier-ignore
  }
}
