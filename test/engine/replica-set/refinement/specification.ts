import type { NodeId } from '#engine/core/types.ts'
import { compareOpTimes, type OpTime } from '#engine/replica-set/optime.ts'

/**
 * A small machine of our own after MongoDB's published specification of its replication, RaftMongo.tla
 * (mongodb/mongo, src/mongo/tla_plus/Replication/RaftMongo, @73612fec): the same four variables for each server, the same
 * actions with the same conditions, the same invariants. It says `why not` instead of merely refusing.
 *
 * Where it must say more than the specification does, since that one knows no messages, no disks and no arbiters:
 * - what one server hears of another is what that one was when it spoke ({@link Heard}), not what it is now;
 * - BecomePrimaryByMagic happens in three steps, each with the part of its condition that it can know: the candidate
 *   stands in the next term, voters who aren't ahead of it go over to that term, and with a majority it is elected;
 * - an acknowledger of AdvanceCommitPoint had the entry at some moment at which its term wasn't yet a later one;
 * - AppendOplog is open also to a leader that has written nothing yet: a new primary catches up;
 * - a restart (terms and commit points in memory are forgotten, logs are what the disk kept) and a copy of all data
 *   (initial sync) are steps of this machine's own.
 */
export interface Server {
  readonly term: number
  readonly isLeader: boolean
  readonly commitPoint: OpTime
  /** The term of each entry, the first entry first. */
  readonly log: readonly number[]
}

/** A server as it was when it sent the message that led to a step. */
export interface Heard {
  readonly from: NodeId
  readonly server: Server
}

/** Who is a server, who votes, and how many must have what is committed. */
export interface Electorate {
  readonly servers: readonly NodeId[]
  readonly voters: readonly NodeId[]
  readonly electionMajority: number
  readonly writeMajority: number
}

/** Undefined when the action was possible, and was done; else the condition that doesn't hold. */
type Why = string | undefined

interface Vote {
  readonly by: NodeId
  /** The voter's log when it voted. */
  readonly log: readonly number[]
}

const start: Server = { term: 0, isLeader: false, commitPoint: { term: 0, index: 0 }, log: [] }

export class Specification {
  readonly electorate: Electorate
  readonly #servers = new Map<NodeId, Server>()
  /** By entry, 'term.index'. */
  readonly #committed = new Set<string>()
  readonly #votes = new Map<number, { readonly for: NodeId; readonly vote: Vote }[]>()
  /** For each server and term T: up to which index it had entries that a leader of T wrote, while in no later term. */
  readonly #acknowledged = new Map<NodeId, Map<number, number>>()
  readonly #leaders = new Map<number, NodeId>()
  readonly #booted = new Set<NodeId>()

  constructor(electorate: Electorate) {
    this.electorate = electorate
    for (const id of electorate.servers) {
      this.#acknowledged.set(id, new Map())
      this.#set(id, start)
    }
  }

  server(id: NodeId): Server {
    return this.#servers.get(id)!
  }

  /**
   * How a server is when it comes up: at the beginning, when the set may have been initiated already; or after a crash,
   * when it follows, has no entry that it didn't have, and knows of no commit point that it didn't know. What was lost
   * with a disk isn't there.
   */
  boot(id: NodeId, booted: Server): Why {
    const before = this.server(id)
    if (this.#booted.has(id)) {
      if (booted.isLeader) return 'leads at once'
      if (!isPrefix(booted.log, before.log))
        return `has ${booted.log.join(' ')}, where it had ${before.log.join(' ')}`
      if (compareOpTimes(booted.commitPoint, before.commitPoint) > 0)
        return `knows of a commit point after ${JSON.stringify(before.commitPoint)}`
    }
    this.#booted.add(id)
    const acknowledged = this.#acknowledged.get(id)!
    for (const [term, index] of acknowledged) acknowledged.set(term, Math.min(index, booted.log.length))
    this.#set(id, booted)
    if (booted.isLeader) this.#leaders.set(booted.term, id)
    for (let index = 1; index <= booted.commitPoint.index; index++) this.#committed.add(`${booted.log[index - 1]!}.${index}`) // prettier-ignore
    return undefined
  }

  /** A server that crashed leads no longer. */
  crash(id: NodeId): void {
    this.#set(id, { ...this.server(id), isLeader: false })
  }

  /** All data are copied anew: nothing, or the beginning of another's log. */
  copy(id: NodeId, log: readonly number[], heard: Heard | undefined): Why {
    if (log.length > 0) {
      if (heard === undefined) return 'copies from nobody'
      if (!isPrefix(log, heard.server.log)) return `is no beginning of the log of ${heard.from}`
    }
    this.#set(id, { ...this.server(id), log, commitPoint: start.commitPoint })
    return undefined
  }

  /** UpdateTermThroughHeartbeat(i, j) */
  updateTerm(id: NodeId, term: number, heard: Heard): Why {
    const me = this.server(id)
    if (heard.server.term !== term) return `${heard.from} was in term ${heard.server.term}`
    if (term <= me.term) return `is in term ${me.term}`
    this.#set(id, { ...me, term, isLeader: false })
    return undefined
  }

  /** BecomePrimaryByMagic(i, ayeVoters), first part: the candidate goes to the next term. */
  stand(id: NodeId, term: number): Why {
    const me = this.server(id)
    if (me.isLeader) return 'leads already'
    if (term !== me.term + 1) return `is in term ${me.term}`
    this.#set(id, { ...me, term })
    return undefined
  }

  /** The second part: a voter that isn't ahead of the candidate is in its term, leads nothing, and votes once. */
  vote(id: NodeId, term: number, candidate: NodeId, heard: Heard | undefined): Why {
    const me = this.server(id)
    const candidateLog = candidate === id ? me.log : heard?.server.log
    if (!this.electorate.voters.includes(id)) return 'has no vote'
    if (candidateLog === undefined || (candidate !== id && heard?.from !== candidate))
      return `heard nothing of ${candidate}`
    if (me.term !== term || me.isLeader) return `is in term ${me.term}`
    if (!notBehind(candidateLog, me.log)) return `is ahead of ${candidate}`
    const votes = this.#votes.get(term) ?? []
    if (votes.some(({ vote }) => vote.by === id)) return `voted already in term ${term}`
    this.#votes.set(term, [...votes, { for: candidate, vote: { by: id, log: me.log } }])
    return undefined
  }

  /** The last part: a majority voted, and none of them was ahead of what the candidate has. */
  becomePrimary(id: NodeId, term: number): Why {
    const me = this.server(id)
    const ayes = (this.#votes.get(term) ?? []).filter((one) => one.for === id)
    if (me.term !== term) return `is in term ${me.term}`
    if (ayes.length < this.electorate.electionMajority) return `has ${ayes.length} votes`
    const ahead = ayes.find(({ vote }) => !notBehind(me.log, vote.log))
    if (ahead !== undefined) return `${ahead.vote.by} was ahead of it`
    const other = this.#leaders.get(term)
    if (other !== undefined) return `${other} was elected in term ${term}`
    this.#leaders.set(term, id)
    this.#set(id, { ...me, isLeader: true })
    return undefined
  }

  /** Stepdown(i) */
  stepDown(id: NodeId): Why {
    const me = this.server(id)
    if (!me.isLeader) return 'does not lead'
    this.#set(id, { ...me, isLeader: false })
    return undefined
  }

  /** ClientWrite(i): one entry, in the leader's own term. */
  clientWrite(id: NodeId, at: OpTime): Why {
    const me = this.server(id)
    if (!me.isLeader) return 'does not lead'
    if (at.term !== me.term || at.index !== me.log.length + 1) return `writes ${at.term}.${at.index} in term ${me.term} behind entry ${me.log.length}` // prettier-ignore
    this.#set(id, { ...me, log: [...me.log, me.term] })
    return undefined
  }

  /** AppendOplog(i, j) */
  append(id: NodeId, entries: readonly OpTime[], heard: Heard): Why {
    const me = this.server(id)
    const { log } = heard.server
    const log2 = [...me.log, ...entries.map(({ term }) => term)]
    if (me.isLeader && me.log.at(-1) === me.term) return 'leads, and has written'
    if (!canSyncFrom(me.log, log)) return `cannot sync from ${heard.from}`
    if (entries.length === 0 || !isPrefix(log2, log)) return `appends what ${heard.from} did not have there`
    this.#set(id, { ...me, log: log2 })
    return undefined
  }

  /** RollbackOplog(i, j), one entry after the other until `to` is the last. */
  rollBack(id: NodeId, to: OpTime, heard: Heard): Why {
    while (this.server(id).log.length > to.index) {
      const me = this.server(id)
      if (!canRollBack(me.log, heard.server.log)) return `may not roll back against ${heard.from}`
      if (this.#committed.has(lastName(me.log))) return `rolls back ${lastName(me.log)}, which is committed`
      this.#set(id, { ...me, log: me.log.slice(0, -1) })
    }
    return undefined
  }

  /** AdvanceCommitPoint */
  advanceCommitPoint(id: NodeId, to: OpTime): Why {
    const me = this.server(id)
    if (!me.isLeader) return 'does not lead'
    if (to.index <= me.commitPoint.index) return `knew commit point ${me.commitPoint.index}`
    if (me.log[to.index - 1] !== to.term || to.term !== me.term) return 'is no entry of its own term'
    const acknowledgers = this.electorate.voters.filter(
      (other) => (this.#acknowledged.get(other)!.get(to.term) ?? 0) >= to.index,
    )
    if (acknowledgers.length < this.electorate.writeMajority) return `only ${acknowledgers.join(', ')} had it`
    for (let index = 1; index <= to.index; index++) this.#committed.add(`${me.log[index - 1]!}.${index}`)
    this.#set(id, { ...me, commitPoint: to })
    return undefined
  }

  /** LearnCommitPointWithTermCheck(i, j) */
  learnWithTermCheck(id: NodeId, to: OpTime, heard: Heard): Why {
    const me = this.server(id)
    const { commitPoint } = heard.server
    if (lastTerm(me.log) !== commitPoint.term) return `its last entry is of term ${lastTerm(me.log)}`
    return this.#learn(id, to, commitPoint, heard)
  }

  /** LearnCommitPointFromSyncSourceNeverBeyondLastApplied(i, j) */
  learnFromSyncSource(id: NodeId, to: OpTime, heard: Heard): Why {
    const me = this.server(id)
    const { commitPoint, log } = heard.server
    const isSame = me.log.length === log.length && isPrefix(me.log, log)
    if (!canSyncFrom(me.log, log) && !isSame) return `${heard.from} is no sync source for it`
    const isBeyond = commitPoint.term > lastTerm(me.log)
    const expected = isBeyond ? { term: lastTerm(me.log), index: me.log.length } : commitPoint
    return this.#learn(id, to, expected, heard)
  }

  #learn(id: NodeId, to: OpTime, expected: OpTime, heard: Heard): Why {
    const me = this.server(id)
    if (compareOpTimes(me.commitPoint, heard.server.commitPoint) >= 0)
      return `${heard.from} knew no later one`
    if (compareOpTimes(to, expected) !== 0) return `${heard.from} said ${expected.term}.${expected.index}`
    this.#set(id, { ...me, commitPoint: to })
    return undefined
  }

  /** The invariants of the specification; undefined when all hold. */
  violated(): Why {
    const { servers } = this.electorate
    for (const one of servers) {
      const me = this.server(one)
      for (const other of servers) {
        if (other === one) continue
        const they = this.server(other)
        if (me.isLeader && they.isLeader && me.term === they.term)
          return `NoTwoPrimariesInSameTerm: ${one} and ${other} in ${me.term}`
        if (!canRollBack(me.log, they.log)) continue
        if (this.#committed.has(lastName(me.log)))
          return `NeverRollbackCommitted: ${one} would roll back ${lastName(me.log)} against ${other}`
        const last = { term: lastTerm(me.log), index: me.log.length }
        if (compareOpTimes(last, me.commitPoint) <= 0)
          return `NeverRollbackBeforeCommitPoint: ${one} would roll back ${lastName(me.log)} against ${other}`
      }
    }
    return undefined
  }

  #set(id: NodeId, server: Server): void {
    this.#servers.set(id, server)
    const own = server.log.at(-1)
    if (own === undefined || server.term > own) return
    const acknowledged = this.#acknowledged.get(id)!
    acknowledged.set(own, Math.max(acknowledged.get(own) ?? 0, server.log.length))
  }
}

function lastTerm(log: readonly number[]): number {
  return log.at(-1) ?? 0
}

function lastName(log: readonly number[]): string {
  return `${lastTerm(log)}.${log.length}`
}

function isPrefix(one: readonly number[], of: readonly number[]): boolean {
  return one.length <= of.length && one.every((term, index) => of[index] === term)
}

/** CanSyncFrom(i, j) */
function canSyncFrom(mine: readonly number[], theirs: readonly number[]): boolean {
  return mine.length < theirs.length && lastTerm(mine) === (theirs[mine.length - 1] ?? 0)
}

/** NotBehind(me, j) */
function notBehind(mine: readonly number[], theirs: readonly number[]): boolean {
  const terms = lastTerm(mine) - lastTerm(theirs)
  return terms > 0 || (terms === 0 && mine.length >= theirs.length)
}

/** CanRollbackOplog(i, j) */
function canRollBack(mine: readonly number[], theirs: readonly number[]): boolean {
  if (mine.length === 0 || lastTerm(mine) >= lastTerm(theirs)) return false
  return mine.length > theirs.length || lastTerm(mine) !== theirs[mine.length - 1]
}
