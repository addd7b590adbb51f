import { register } from '../core/registry.ts'
import { seekingDriver } from '../core/seeking.ts'
import { Table } from '../core/table.ts'
import type { Handler, Json, Node, NodeId, Program, System } from '../core/types.ts'
import { levels, type Level } from '../levels.ts'
import { type Asked, prefersPrimary } from './ask.ts'
import { startElectionTimer, takeOver } from './election.ts'
import { startFollowing } from './follow.ts'
import { answerHeartbeat, startHeartbeats, type Heartbeat } from './heartbeat.ts'
import { clone } from './initial-sync.ts'
import { memberOf, unknown } from './members.ts'
import { applied, applyAll, noContents } from './oplog.ts'
import { beginning, type OpTime } from './optime.ts'
import { askedShapes, commandShapes, misasked } from './asked.ts'
import { replicaSetOptions, type ReplicaSetOptions, type ReplicaSetSettings } from './options.ts'
import { hearReport, keepReporting } from './position.ts'
import { watchMajority } from './primary.ts'
import { read } from './read.ts'
import { answerFetch, commonPoint, type Fetch } from './source.ts'
import { plain, remember, say, type Disk, type Entry, type SetNode } from './state.ts'
import { freeze, handOver, runAsAsked, stepUp } from './step-down.ts'
import { vote, type VoteRequest } from './vote.ts'
import { change, incrementing, removing, setting } from './write.ts'

/**
 * A replica set after MongoDB: one primary takes the writes and puts them in order in its oplog, the others fetch it;
 * when the primary is gone a majority elects another, and what only the old one had is rolled back.
 *
 * `replicaSet({ nodes: ['A', 'B', 'C'] })`
 *
 * What this model leaves out, beside the real thing:
 * - one collection of documents by key: no queries, indexes, transactions, change streams;
 * - a configuration that never changes: no reconfiguration, no names of sets, no hidden or delayed members, no tags, and
 *   so no maxStaleness either;
 * - a source streams its oplog (since 4.4); here each batch is asked for, and a question may wait for news;
 * - connections, which send again what was lost: here the question is asked again;
 * - checkpoints in time: the stable contents follow each commit point;
 * - the driver's monitoring of all members: a client learns who is primary from the answers it gets.
 */
export function replicaSet(settings: ReplicaSetSettings = {}): System<ReplicaSetOptions, Level> {
  return systemOf(replicaSetOptions(settings))
}

function systemOf(options: ReplicaSetOptions): System<ReplicaSetOptions, Level> {
  return {
    name: 'replica-set',
    options,
    nodes: options.nodes,
    program,
    client: {
      timeoutMs: options.clientTimeoutMs,
      retries: options.clientRetries,
      stamps: false,
      seeks: {
        driver: seekingDriver,
        needsLeader: (operation, args) =>
          operation !== 'read' || prefersPrimary(options, args as Asked | null),
        commands: Object.keys(commandShapes),
        selectionMs: options.clientSelectionMs,
        pauseMs: options.clientPauseMs,
      },
    },
    operations: Object.keys(askedShapes),
    misasked,
    messages: ['fetch', 'fetch reply', 'update position', 'heartbeat', 'heartbeat reply', 'request vote', 'request vote reply'], // prettier-ignore
    levels,
  }
}

register('replica-set', (options: Json, { nodes }) => systemOf(replicaSetOptions(options, nodes)))

const program: Program = (given: Node) => {
  const node = given as SetNode
  return { start: () => start(node), ...silentWhenDown(node, handlers(node)) }
}

/** A member whose process has ended answers only the operator. */
function silentWhenDown(
  node: SetNode,
  all: { readonly [name: string]: Handler },
): { readonly [name: string]: Handler } {
  const silent =
    (handler: Handler): Handler =>
    (args, from) =>
      node.memory.role === 'down' ? node.until(() => false) : (handler(args, from) as unknown)
  const some: { [name: string]: Handler } = { ...all }
  for (const name in some) if (name !== 'resync') some[name] = silent(some[name]!)
  return some
}

function handlers(node: SetNode): { readonly [name: string]: Handler } {
  return {
    // What clients ask for.
    write: (asked: Asked) => change(node, asked, () => setting(asked)),
    delete: (asked: Asked) => change(node, asked, () => removing(node, asked)),
    increment: (asked: Asked) => change(node, asked, () => incrementing(node, asked)),
    read: (asked: Asked) => read(node, asked),
    stepDown: (asked) => handOver(node, asked),
    freeze: (asked) => freeze(node, asked),
    stepUp: () => runAsAsked(node),
    resync: () => resync(node),
    /** Opens what rollbacks took out here. */
    rollbackFiles: () => ({ value: node.disk.rollbackFiles.flatMap(({ documents }) => documents) }),

    // What members say to each other.
    heartbeat: (heartbeat: Heartbeat, from: NodeId) => answerHeartbeat(node, heartbeat, from),
    'request vote': (request: VoteRequest, from: NodeId) => vote(node, request, from),
    'step up': () => stepUp(node),
    fetch: (question: Fetch, from: NodeId) => answerFetch(node, question, from),
    'update position': (report) => hearReport(node, report),
    'common point': (entries: readonly OpTime[]) => commonPoint(node, entries),
    clone: (from) => clone(node, from),
  }
}

/** A boot. What the disk holds says how far the member is, and in which term; it comes back as a secondary. */
function start(node: SetNode): void {
  const isNew = node.boots === 1
  const found = node.disk as Disk | undefined
  node.disk = found ?? (isNew ? initiated(node) : emptyDisk)
  // What was written and not applied when it went down is applied from the oplog now.
  applyAll(node)
  const { disk } = node
  const { arbiter } = memberOf(node)
  const first = isNew && node.options.primary !== 'none' ? node.options.primary : undefined
  node.memory = {
    role: arbiter ? 'arbiter' : found === undefined && !isNew ? 'startup2' : 'secondary',
    writable: false,
    // (ReplicationCoordinatorImpl::_finishLoadLocalConfig)
    term: Math.max(disk.vote.term, disk.last.term),
    primary: first,
    // A restart loses this, so the member has to learn again what read concern majority may show.
    commitPoint: isNew ? disk.stable.at : beginning,
    durable: disk.last,
    flushing: disk.last,
    views: Object.fromEntries(
      node.others.map((id) => [
        id,
        isNew ? { ...unknown, heardAtMs: node.now(), written: disk.last, durable: disk.last } : unknown,
      ]),
    ),
    syncSource: undefined,
    denied: {},
    electionAtMs: Infinity,
    running: false,
    takeoverAtMs: Infinity,
    drained: false,
    frozenUntilMs: -Infinity,
    catchUpTo: undefined,
    journalDue: false,
    reportDue: false,
    reportedAtMs: node.now(),
    nearerAtMs: [],
    ticketAtMs: -Infinity,
  }
  if (isNew) node.spawn(() => node.sync())
  if (node.id === first) {
    remember(node, { role: 'primary', writable: true, drained: true })
    say(node, 'become primary', { term: node.memory.term, last: plain(disk.last) })
    watchMajority(node, node.memory.term)
  }
  startHeartbeats(node)
  startElectionTimer(node)
  node.spawn(() => takeOver(node))
  if (arbiter) return
  startFollowing(node)
  keepReporting(node)
}

/** What every member begins with: the set was initiated, and its first primary elected, before the plan begins. */
function initiated(node: SetNode): Disk {
  const { primary } = node.options
  if (memberOf(node).arbiter) return emptyDisk
  const term = primary === 'none' ? 0 : 1
  const first: Entry = { term, index: 1, op: 'noop', key: 'initiating set', wallMs: 0 }
  const oplog = Table.empty<number, Entry>().set(1, first)
  const at: OpTime = { term, index: 1 }
  const disk = {
    ...emptyDisk,
    oplog,
    last: at,
    applied: at,
    vote: { term, for: first.term === 0 ? undefined : primary },
  }
  return { ...disk, stable: { at, contents: applied(noContents, disk, beginning, at) } }
}

const emptyDisk: Disk = {
  oplog: Table.empty(),
  last: beginning,
  applied: beginning,
  contents: noContents,
  stable: { at: beginning, contents: noContents },
  vote: { term: 0, for: undefined },
  rollbackFiles: [],
  rollbackId: 0,
}

/** An operator makes a member copy all its data again. */
function resync(node: SetNode): Json {
  if (node.memory.role === 'primary') return { error: 'a primary has nobody to copy from' }
  if (node.memory.role === 'arbiter') return { error: 'an arbiter holds no data' }
  remember(node, { role: 'startup2', syncSource: undefined })
  return { ok: true }
}
