import type { NodeId, Task } from '../core/types.ts'
import { advanceCommitPoint } from './commit.ts'
import { isUp, memberOf, see, memberViewOf } from './members.ts'
import { isAtLeast, laterOf, type OpTime } from './optime.ts'
import { remember, type SetNode } from './state.ts'
import { hearTerm } from './term.ts'

/** How far members have come, as one tells its sync source. (replSetUpdatePosition) */
interface Report {
  readonly term: number
  readonly positions: { readonly [id: NodeId]: { readonly written: OpTime; readonly durable: OpTime } }
}

/** Tells the sync source how far this member and those behind it have come. */
export function report(node: SetNode): void {
  const { memory, disk, others } = node
  if (memory.role === 'primary' || memory.syncSource === undefined) return
  const known = others.filter((id) => isUp(node, id) && !memberOf(node, id).arbiter)
  const behind = known.map((id) => {
    const { written, durable } = memberViewOf(node, id)
    return [id, { written, durable }]
  })
  const own = { written: disk.last, durable: memory.durable }
  const positions = Object.fromEntries([[node.id, own], ...behind]) as Report['positions']
  node.send(memory.syncSource, 'update position', { term: memory.term, positions } satisfies Report)
  remember(node, { reportedAtMs: node.now() })
}

/**
 * Half an election timeout after its last report a member reports again, news or not: so a primary hears of members that
 * it can't reach itself. (SyncSourceFeedback, keep-alive)
 */
export function keepReporting(node: SetNode): void {
  node.spawn(() => keepAlive(node))
}

function* keepAlive(node: SetNode): Task<void> {
  const everyMs = Math.max(1, Math.floor(node.options.electionTimeoutMs / 2))
  for (;;) {
    const rest = node.memory.reportedAtMs + everyMs - node.now()
    if (rest > 0) {
      yield* node.sleep(rest)
      continue
    }
    remember(node, { reportedAtMs: node.now() })
    report(node)
  }
}

/**
 * Hears how far others have come: the primary may acknowledge writes now, anybody else passes the news on to its own
 * source. The term comes first: who reports from a later one votes for another primary by now.
 */
export function hearReport(node: SetNode, { term, positions }: Report): void {
  hearTerm(node, term)
  let news = false
  for (const [id, position] of Object.entries(positions)) {
    if (id !== node.id && learnPosition(node, id, position.written, position.durable)) news = true
  }
  if (!news) return
  if (node.memory.role === 'primary') advanceCommitPoint(node)
  else reportSoon(node)
}

/** Whether a member is further than was known. A position is a sign of life too, even an old one. */
export function learnPosition(node: SetNode, id: NodeId, written: OpTime, durable: OpTime): boolean {
  const view = memberViewOf(node, id)
  see(node, id, { heardAtMs: node.now() })
  if (isAtLeast(view.written, written) && isAtLeast(view.durable, durable)) return false
  see(node, id, {
    written: laterOf(view.written, written),
    durable: laterOf(view.durable, durable),
  })
  return true
}

/** What was heard in one step is passed on in one message. */
function reportSoon(node: SetNode): void {
  if (node.memory.reportDue) return
  remember(node, { reportDue: true })
  node.spawn(() => passOn(node))
}

function* passOn(node: SetNode): Task<void> {
  yield* node.sleep(0)
  remember(node, { reportDue: false })
  report(node)
}
