import type { Json, NodeId, Task } from '../core/types.ts'
import { runForElection } from './election.ts'
import { holdersOf, isUp, memberOf, viewOf, votersOf, writeMajority } from './members.ts'
import { isAtLeast } from './optime.ts'
import { isPrimaryOf } from './primary.ts'
import { remember, type SetNode } from './state.ts'
import { stepDown } from './term.ts'
import { notPrimary } from './write.ts'

/** Arguments of the operation `stepDown` (replSetStepDown): its defaults are 60 s and 10 s. */
interface Asked {
  /** It will not run for election for so long. */
  readonly forMs?: number
  /** So long it waits for a majority that has all it has, and for an electable one among it; not longer than `forMs`. */
  readonly catchUpMs?: number
  /** After that it steps down even if nobody can take over. */
  readonly force?: boolean
}

/**
 * A primary hands its office over: it takes no more writes, waits until a majority and an electable member have all it
 * has, steps down, and asks that member to run at once, without the wait for an election timeout.
 * (Replication Internals, "Step Down"; replSetStepDown)
 */
export function* handOver(node: SetNode, { forMs = 60_000, force = false, ...asked }: Asked): Task<Json> {
  const { catchUpMs = force ? 0 : 10_000 } = asked
  if (forMs < catchUpMs) {
    node.mark('step down refused')
    return { error: 'the step-down period must be longer than the catch-up period', forMs, catchUpMs }
  }
  // A primary that still catches up may step down as well.
  if (node.memory.role !== 'primary') return notPrimary(node) as Json
  const { term } = node.memory
  const wasWritable = node.memory.writable
  remember(node, { writable: false })
  const ready = yield* node.until(
    () => !isPrimaryOf(node, term) || (majorityHasAll(node) && successor(node) !== undefined),
    catchUpMs,
  )
  if (!isPrimaryOf(node, term)) return notPrimary(node) as Json
  if (!ready && !force) {
    remember(node, { writable: wasWritable || node.memory.drained })
    node.mark('nobody to hand over to')
    return { error: 'no electable member has caught up' }
  }
  const next = successor(node)
  remember(node, { frozenUntilMs: node.now() + forMs })
  stepDown(node, 'asked to')
  if (next !== undefined) {
    node.mark('handed over')
    node.send(next, 'step up', undefined)
  }
  return { ok: true }
}

/** A secondary won't run for election for so long; 0 ends that. (replSetFreeze) */
export function freeze(node: SetNode, { forMs }: { readonly forMs: number }): Json {
  if (node.memory.role === 'primary') return { error: "a primary can't be frozen: ask it to step down" }
  remember(node, { frozenUntilMs: forMs === 0 ? -Infinity : node.now() + forMs })
  node.mark(forMs === 0 ? 'thawed' : 'frozen')
  return { ok: true }
}

function majorityHasAll(node: SetNode): boolean {
  const having = votersOf(node.options).filter((id) => id === node.id || hasAll(node, id))
  return having.length >= writeMajority(node.options)
}

/** Who is asked to run: electable, up, as far as this member; the highest priority first. */
function successor(node: SetNode): NodeId | undefined {
  return holdersOf(node.options)
    .filter((id) => id !== node.id && memberOf(node, id).priority > 0 && isUp(node, id) && hasAll(node, id))
    .sort((one, other) => memberOf(node, other).priority - memberOf(node, one).priority)[0]
}

function hasAll(node: SetNode, id: NodeId): boolean {
  return isAtLeast(viewOf(node, id).written, node.disk.last)
}

/** The primary asks this member to take over: it runs at once and without a dry run. (replSetStepUp) */
export function* stepUp(node: SetNode): Task<void> {
  node.mark('asked to step up')
  yield* runForElection(node, 'handed over', false)
}
