import type { NodeId, Task } from '../core/types.ts'
import { advanceCommitPoint, learnCommitPoint } from './commit.ts'
import { isUp, see, memberViewOf } from './members.ts'
import { beginning, type OpTime } from './optime.ts'
import { remember, type Role, type SetNode } from './state.ts'
import { callOffTakeover, considerTakeover } from './takeover.ts'
import { hearPrimary, hearTerm } from './term.ts'

/** What a heartbeat says. (ReplSetHeartbeatArgsV1; there is one configuration, which never changes.) */
export interface Heartbeat {
  readonly term: number
  /** The member that the sender believes to be the primary. */
  readonly primary: NodeId | undefined
}

/** The answer to a heartbeat. (ReplSetHeartbeatResponse) */
interface HeartbeatAnswer extends Heartbeat {
  readonly role: Role
  readonly written: OpTime
  readonly durable: OpTime
  readonly lastWallMs: number
  readonly commitPoint: OpTime
  readonly syncSource: NodeId | undefined
  /** Said only while it's so: it was asked to step down, or frozen, and isn't electable. */
  readonly frozen?: true
}

function heartbeatOf({ memory }: SetNode): Heartbeat {
  return { term: memory.term, primary: memory.primary }
}

/**
 * Each member asks every other one every 2 s. A question without an answer for that long is asked again at once, in
 * place of a connection's retransmissions; a member that doesn't answer for 10 s counts as down. (Replication
 * Internals, "Heartbeats")
 */
export function startHeartbeats(node: SetNode): void {
  for (const id of node.others) node.spawn(() => keepAsking(node, id))
}

function* keepAsking(node: SetNode, id: NodeId): Task<void> {
  for (;;) {
    if (node.memory.role === 'down') yield* node.until(() => node.memory.role !== 'down')
    if (yield* ask(node, id)) yield* node.sleep(node.options.heartbeatMs)
  }
}

/** One question; whether it was answered. */
export function* ask(node: SetNode, id: NodeId): Task<boolean> {
  const askedAt = node.now()
  const reply = yield* node.call(id, 'heartbeat', heartbeatOf(node), node.options.heartbeatMs)
  if (reply.ok) hearAnswer(node, id, reply.value as HeartbeatAnswer, node.now() - askedAt)
  return reply.ok
}

/** Another member asks, which shows that it's up and which term it's in. */
export function answerHeartbeat(node: SetNode, { term, primary }: Heartbeat, from: NodeId): HeartbeatAnswer {
  hearTerm(node, term)
  see(node, from, { heardAtMs: node.now() })
  if (primary === from) hearPrimary(node, from, term)
  const { memory, disk } = node
  return {
    ...heartbeatOf(node),
    role: memory.role,
    written: disk.last,
    durable: memory.durable,
    lastWallMs: disk.oplog.get(disk.last.index)?.wallMs ?? 0,
    commitPoint: memory.commitPoint,
    syncSource: memory.syncSource,
    ...(node.now() < memory.frozenUntilMs ? { frozen: true } : {}),
  }
}

/** What another member answered: its state, how far it has come, and whether a primary is there. */
function hearAnswer(node: SetNode, from: NodeId, answer: HeartbeatAnswer, tookMs: number): void {
  const { pingMs } = memberViewOf(node, from)
  const wasUp = isUp(node, from)
  hearTerm(node, answer.term)
  see(node, from, {
    heardAtMs: node.now(),
    role: answer.role,
    written: answer.written,
    durable: answer.durable,
    lastWallMs: answer.lastWallMs,
    syncSource: answer.syncSource,
    frozen: answer.frozen,
    // Smoothed as in MongoDB: a fifth of the new, four fifths of the old.
    pingMs: pingMs === undefined ? tookMs : 0.8 * pingMs + 0.2 * tookMs,
  })
  if (!wasUp) node.mark('member heard again')
  if (answer.role === 'primary') hearPrimary(node, from, answer.term)
  else if (node.memory.primary === from && answer.term === node.memory.term) {
    remember(node, { primary: undefined })
  }
  if (answer.commitPoint !== beginning) learnCommitPoint(node, answer.commitPoint, false)
  advanceCommitPoint(node)
  callOffTakeover(node, answer.written)
  if (answer.role === 'primary') considerTakeover(node)
}
