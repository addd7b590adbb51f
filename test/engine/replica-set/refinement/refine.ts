import type { Event, NodeId, NodeState, Run } from '#engine/core/types.ts'
import { holdersOf, majorityOfVotes, votersOf, writeMajority } from '#engine/replica-set/members.ts'
import type { OpTime } from '#engine/replica-set/optime.ts'
import { replicaSetOptions } from '#engine/replica-set/options.ts'
import type { Disk, Memory, ProtocolStep } from '#engine/replica-set/state.ts'
import { Specification, type Heard, type Server } from './specification.ts'

/** A step of a run that is no action of the specification, or that leaves its invariants. */
export interface Stray {
  readonly why: string
  readonly event: Event
}

export interface Refinement {
  readonly stray: Stray | undefined
  /** How often each action was taken. */
  readonly taken: ReadonlyMap<string, number>
}

/**
 * Follows a run (recorded with 'states') step by step: the notes of the protocol say which actions a member takes, the
 * machine says whether it may, and the member's true state must be what the machine then has. So a change that no note
 * tells is found, and so is a note that isn't true.
 */
export function refine(run: Run): Refinement {
  const options = replicaSetOptions(run.plan.options, run.plan.nodes)
  const spec = new Specification({
    servers: holdersOf(options).concat(votersOf(options).filter((id) => options.members[id]!.arbiter)),
    voters: votersOf(options),
    electionMajority: majorityOfVotes(options),
    writeMajority: writeMajority(options),
  })
  const taken = new Map<string, number>()
  /** Each server as it was at each message it sent, by the event of the sending. */
  const sent = new Map<number, Heard>()
  const known = new Map<NodeId, NodeState>()
  for (let index = 0; index < run.trace.length;) {
    const first = run.trace[index]!
    let end = index + 1
    while (end < run.trace.length && belongsTo(run.trace[end]!, first)) end++
    const stray = step(run.trace.slice(index, end))
    if (stray !== undefined) return { stray, taken }
    index = end
  }
  return { stray: undefined, taken }

  function step(events: readonly Event[]): Stray | undefined {
    const first = events[0]!
    const id = first.node
    if (!options.members[id]) return undefined
    const before = known.get(id)
    const after = run.stateAt(first.index).get(id)!
    if (first.type === 'crash') spec.crash(id)
    if (first.type === 'boot') {
      const why = spec.boot(id, asServer(after, spec.server(id).log))
      if (why !== undefined) return { why: `${id} may not come up: it ${why}`, event: first }
    }
    const heard = first.type === 'receive' ? sent.get(first.cause) : undefined
    for (const event of events) {
      if (event.type === 'send') sent.set(event.index, { from: id, server: spec.server(id) })
      if (event.type !== 'note' || first.type === 'boot') continue
      const why = act(event.text as ProtocolStep, event.data as unknown as Said, id, heard)
      if (why !== undefined) return { why: `${id} may not ${event.text}: it ${why}`, event }
      taken.set(event.text, (taken.get(event.text) ?? 0) + 1)
    }
    if (after === before) return undefined
    known.set(id, after)
    if (!after.up) return undefined
    const copies = (before?.memory as Memory | undefined)?.role === 'startup2'
    const own = spec.server(id).log
    // A copy has no entries from before it began: what it then has are the source's.
    const real = asServer(after, copies && own.length === 0 ? (heard?.server.log ?? []) : own)
    if (copies && !isSame(real.log, spec.server(id).log)) {
      const why = spec.copy(id, real.log, heard)
      if (why !== undefined) return { why: `${id} may not copy: it ${why}`, event: first }
      taken.set('copy', (taken.get('copy') ?? 0) + 1)
    }
    const difference = compare(real, spec.server(id))
    if (difference !== undefined)
      return { why: `${id} went where no action leads: ${difference}`, event: first }
    const violated = spec.violated()
    return violated === undefined ? undefined : { why: violated, event: first }
  }

  function act(text: ProtocolStep, data: Said, id: NodeId, heard: Heard | undefined): string | undefined {
    const from = heard ?? { from: 'nobody', server: spec.server(id) }
    switch (text) {
      case 'update term':
        return heard === undefined || data.term > heard.server.term
          ? spec.stand(id, data.term)
          : spec.updateTerm(id, data.term, heard)
      case 'vote':
        return spec.vote(id, data.term, data.for, heard)
      case 'become primary':
        return spec.becomePrimary(id, data.term)
      case 'step down':
        // The later term has ended it already.
        return data.why === 'a later term' ? undefined : spec.stepDown(id)
      case 'client write':
        return spec.clientWrite(id, data.at)
      case 'append':
        return spec.append(id, data.entries, from)
      case 'roll back':
        return spec.rollBack(id, data.to, from)
      case 'advance commit point':
        return spec.advanceCommitPoint(id, data.to)
      case 'learn commit point':
        return data.from === 'heartbeat'
          ? spec.learnWithTermCheck(id, data.to, from)
          : spec.learnFromSyncSource(id, data.to, from)
      case 'run for election':
      case 'lose election':
      case 'take writes':
      case 'choose sync source':
      case 'initial sync':
      case 'shut down':
        return undefined
    }
  }
}

/** What the notes of the protocol carry, each its part. */
interface Said {
  readonly term: number
  readonly for: NodeId
  readonly why: string
  readonly at: OpTime
  readonly to: OpTime
  readonly entries: readonly OpTime[]
  readonly from: string
}

/** A step begins with what woke the node; what it does then has that as its cause. */
function belongsTo(event: Event, first: Event): boolean {
  const made = event.type === 'note' || event.type === 'mark' || event.type === 'send'
  return made && event.cause === first.index && event.node === first.node
}

/** A member as the specification sees it. What its oplog has cut off at its beginning is taken from `before`. */
function asServer({ memory, disk }: NodeState, before: readonly number[]): Server {
  const { role, term, commitPoint } = memory as Memory
  const { oplog, last } = disk as Disk
  const log: number[] = []
  for (let index = 1; index <= last.index; index++)
    log.push(oplog.get(index)?.term ?? before[index - 1] ?? -1)
  return { term, isLeader: role === 'primary', commitPoint, log }
}

function compare(real: Server, mine: Server): string | undefined {
  if (real.term !== mine.term) return `term ${real.term}, not ${mine.term}`
  if (real.isLeader !== mine.isLeader) return real.isLeader ? 'it leads' : 'it does not lead'
  if (real.commitPoint.term !== mine.commitPoint.term || real.commitPoint.index !== mine.commitPoint.index)
    return `commit point ${JSON.stringify(real.commitPoint)}, not ${JSON.stringify(mine.commitPoint)}`
  if (!isSame(real.log, mine.log)) return `entries ${real.log.join(' ')}, not ${mine.log.join(' ')}`
  return undefined
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((term, index) => term === other[index])
}
