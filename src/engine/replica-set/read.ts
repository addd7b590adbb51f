import type { KeyOutput, Task } from '../core/types.ts'
import { type Asked, readConcernOf, type WantedRead } from './ask.ts'
import type { ReadConcern, ReadPreference } from './concern.ts'
import { flush } from './journal.ts'
import { holdersOf, isUp } from './members.ts'
import { appendOwn, documentOf } from './oplog.ts'
import { isAtLeast, type OpTime } from './optime.ts'
import { isPrimaryOf } from './primary.ts'
import { plain, say, type SetNode } from './state.ts'
import { notPrimary } from './write.ts'

/** A read: at the member that the preference allows, of what the concern allows to be seen. */
export function* read(node: SetNode, asked: Asked): Task<KeyOutput> {
  const wanted = readConcernOf(node, asked)
  if (wanted === undefined) return { error: 'a read can’t ask for ANY: a hint isn’t an answer' }
  const elsewhere = notHere(node, wanted.preference)
  if (elsewhere !== undefined) return elsewhere
  if (asked.afterClusterTime !== undefined) yield* caughtUpWith(node, asked.afterClusterTime, wanted.concern)
  const answer = yield* shownBy(node, asked, wanted)
  if (asked.session === undefined || 'error' in answer) return answer
  const at = wanted.concern === 'majority' ? node.disk.stable.at : node.disk.applied
  return { ...answer, operationTime: plain(at) }
}

function* shownBy(node: SetNode, asked: Asked, { concern, preference }: WantedRead): Task<KeyOutput> {
  const { contents } = node.disk
  switch (concern) {
    case 'local':
    case 'available':
      node.mark(node.memory.role === 'primary' ? 'read from the primary' : 'read from a secondary')
      return { value: documentOf(contents, asked.key) }
    case 'majority':
      return yield* readCommitted(node, asked.key)
    case 'linearizable':
      return yield* readProven(node, asked.key, preference)
  }
}

/**
 * Causal consistency: the read waits until this member has applied (or, at majority, knows to be committed) what the
 * client's session has seen. (afterClusterTime)
 */
function* caughtUpWith(node: SetNode, seen: OpTime, concern: ReadConcern): Task<void> {
  const isThere = () => isAtLeast(concern === 'majority' ? node.disk.stable.at : node.disk.applied, seen)
  if (isThere()) return
  node.mark('waited for the cluster time')
  yield* node.until(isThere)
}

/**
 * As of the commit point that this member knows of, which no failover takes back. It waits for nothing, but after a
 * restart or an initial sync until it knows of one.
 */
function* readCommitted(node: SetNode, key: string): Task<KeyOutput> {
  yield* node.until(() => isAtLeast(node.memory.commitPoint, node.disk.stable.at))
  node.mark('read what is committed')
  return { value: documentOf(node.disk.stable.contents, key) }
}

/**
 * The primary reads, then writes an entry of no effect and waits until a majority has it: then it was primary all the
 * time, and what it read is committed. (Replication Internals, "Read Concern") A preference that leads elsewhere gets a
 * refusal, and no other member is asked: they'd all refuse, but for the one that wasn't preferred. (NotWritablePrimary)
 */
function* readProven(node: SetNode, key: string, preference: ReadPreference): Task<KeyOutput> {
  if (!node.memory.writable) {
    if (preference === 'primary') return notPrimary(node)
    return { error: 'a linearizable read needs the primary' }
  }
  const { term } = node.memory
  const value = documentOf(node.disk.contents, key)
  const entry = appendOwn(node, { op: 'noop', key: 'linearizable read' })
  say(node, 'client write', { at: plain(entry), why: 'linearizable read' })
  flush(node)
  yield* node.until(() => isAtLeast(node.memory.commitPoint, entry) || !isPrimaryOf(node, term))
  if (!isPrimaryOf(node, term)) return notPrimary(node)
  node.mark('proved to be primary')
  return { value }
}

/** Sends the client to another member, or says that there's none to ask; undefined when this member may answer. */
function notHere(node: SetNode, preference: ReadPreference): KeyOutput | undefined {
  const { role, primary, drained } = node.memory
  // A new primary answers for the primary only once it has caught up and applied everything. (Drain mode)
  const isPrimary = role === 'primary' && drained
  const readable = role === 'primary' || role === 'secondary'
  switch (preference) {
    case 'primary':
      return isPrimary ? undefined : notPrimary(node)
    case 'primaryPreferred':
      if (isPrimary || (role === 'secondary' && primary === undefined)) return undefined
      return notPrimary(node)
    case 'secondary':
      return role === 'secondary' ? undefined : elsewhere(node)
    case 'secondaryPreferred':
      if (role === 'secondary') return undefined
      return isPrimary && someSecondary(node) === undefined ? undefined : elsewhere(node)
    case 'nearest':
      return readable ? undefined : elsewhere(node)
  }
}

function elsewhere(node: SetNode): KeyOutput {
  node.mark('not a secondary')
  return { error: 'not a readable member', redirect: someSecondary(node) ?? node.memory.primary ?? null }
}

function someSecondary(node: SetNode): string | undefined {
  const { views } = node.memory
  return holdersOf(node.options).find(
    (id) => id !== node.id && isUp(node, id) && views[id]?.role === 'secondary',
  )
}
