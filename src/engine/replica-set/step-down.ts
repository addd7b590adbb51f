import type { Json, NodeId, Task } from '../core/types.ts'
import { runForElection } from './election.ts'
import { holdersOf, isUp, memberOf, memberViewOf, votersOf, writeMajority } from './members.ts'
import { isAtLeast } from './optime.ts'
import { isPrimaryOf } from './primary.ts'
import { remember, type SetNode } from './state.ts'
import { stepDown } from './term.ts'
import { notPrimary } from './write.ts'

/** Arguments of the operation `stepDown` (replSetStepDown): its defaults are 60 s and 10 s. */
interface Asked {
  /** How long it won't run for election, counted from when it was asked. */
  readonly forMs?: number
  /**
   * How long it waits for a majority that has everything it has, with an electable member among it; at most `forMs`.
   */
  readonly catchUpMs?: number
  /** After that it steps down even if nobody can take over. */
  readonly force?: boolean
}

/**
 * A primary hands over: it takes no more writes, waits until a majority and an electable member have everything it has,
 * steps down, and asks that member to run at once, without waiting for an election timeout. (Replication Internals,
 * "Step Down"; replSetStepDown)
 */
export function* handOver(node: SetNode, { forMs = 60_000, force = false, ...asked }: Asked): Task<Json> {
  const { catchUpMs = force ? 0 : 10_000 } = asked
  if (forMs < catchUpMs) {
    node.mark('step down refused')
    return { error: 'the step-down period must be longer than the catch-up period', forMs, catchUpMs }
  }
  // A primary that still catches up may step down as well. (NotWritablePrimary, code 10107)
  if (node.memory.role !== 'primary') return { ...notPrimary(node), error: "not primary so can't step down" }
  // (prepareForStepDownAttempt: ConflictingOperationInProgress, code 117)
  if (node.memory.steppingDown === true) {
    node.mark('already stepping down')
    return { error: 'already stepping down' }
  }
  const { term } = node.memory
  const wasWritable = node.memory.writable
  const frozenUntilMs = node.now() + forMs
  remember(node, { writable: false, steppingDown: true })
  const ready = yield* node.until(() => !isPrimaryOf(node, term) || isSafeToStepDown(node), catchUpMs)
  remember(node, { steppingDown: undefined })
  if (!isPrimaryOf(node, term)) {
    // Nobody's asked instead: the primary that was to step down has done so. (PrimarySteppedDown, code 189)
    node.mark('stepped down while it waited')
    return { error: 'stepped down for another reason' }
  }
  if (!ready && !force) {
    remember(node, { writable: wasWritable || node.memory.drained })
    node.mark('nobody to hand over to')
    return { error: 'no electable member has caught up' }
  }
  const next = successor(node)
  remember(node, { frozenUntilMs })
  stepDown(node, 'asked to')
  if (next !== undefined) {
    node.mark('handed over')
    node.send(next, 'step up', undefined)
  }
  return { ok: true }
}

/** For this long, a secondary won't run for election; 0 ends that. (replSetFreeze) */
export function freeze(node: SetNode, { forMs }: { readonly forMs: number }): Json {
  if (node.memory.role === 'primary') return { error: "a primary can't be frozen: ask it to step down" }
  remember(node, { frozenUntilMs: forMs === 0 ? -Infinity : node.now() + forMs })
  node.mark(forMs === 0 ? 'thawed' : 'frozen')
  return { ok: true }
}

/** A primary that has written nothing in its term yet has nothing to lose; any other waits. (isSafeToStepDown) */
function isSafeToStepDown(node: SetNode): boolean {
  if (node.disk.last.term !== node.memory.term) return true
  return majorityHasAll(node) && successor(node) !== undefined
}

function majorityHasAll(node: SetNode): boolean {
  const having = votersOf(node.options).filter((id) => id === node.id || hasAll(node, id))
  return having.length >= writeMajority(node.options)
}

/**
 * The member that's asked to run: electable and as far on as this one, the highest priority first.
 * (chooseElectionHandoffCandidate)
 */
function successor(node: SetNode): NodeId | undefined {
  return holdersOf(node.options)
    .filter((id) => id !== node.id && isElectable(node, id) && hasAll(node, id))
    .sort((one, other) => memberOf(node, other).priority - memberOf(node, one).priority)[0]
}

/** Whether another member would run if it were asked, as far as its last heartbeat said. */
function isElectable(node: SetNode, id: NodeId): boolean {
  const { role, frozen } = memberViewOf(node, id)
  return memberOf(node, id).priority > 0 && isUp(node, id) && role === 'secondary' && frozen === undefined
}

function hasAll(node: SetNode, id: NodeId): boolean {
  return isAtLeast(memberViewOf(node, id).written, node.disk.last)
}

/** The primary asks this member to take over: it runs at once and without a dry run. (replSetStepUp, skipDryRun) */
export function* stepUp(node: SetNode): Task<void> {
  node.mark('asked to step up')
  yield* runForElection(node, 'handed over', false)
}

/** An operator asks a secondary to run at once; it asks the others in a dry run first. (replSetStepUp) */
export function* runAsAsked(node: SetNode): Task<Json> {
  if (node.memory.role === 'primary') return { ok: true }
  node.mark('asked to run')
  yield* runForElection(node, 'asked to', true)
  return isPrimaryOf(node, node.memory.term) ? { ok: true } : { error: 'election failed' }
}
