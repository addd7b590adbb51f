import type { KeyOutput, Task } from '../core/types.ts'
import { type Asked, readConcernOf } from './ask.ts'
import type { ReadPreference } from './concern.ts'
import { flush } from './journal.ts'
import { holdersOf, isUp } from './members.ts'
import { appendOwn, documentOf } from './oplog.ts'
import { isAtLeast } from './optime.ts'
import { isPrimaryOf } from './primary.ts'
import { plain, say, type SetNode } from './state.ts'
import { notPrimary } from './write.ts'

/** A read: at the member that the preference allows, of what the concern allows to be seen. */
export function* read(node: SetNode, asked: Asked): Task<KeyOutput> {
  const wanted = readConcernOf(node, asked)
  if (wanted === undefined) return { error: 'a read cannot ask for ANY: a hint is no answer' }
  const elsewhere = notHere(node, wanted.preference)
  if (elsewhere !== undefined) return elsewhere
  const { contents } = node.disk
  switch (wanted.concern) {
    case 'local':
    case 'available':
      node.mark(node.memory.role === 'primary' ? 'read from the primary' : 'read from a secondary')
      return { value: documentOf(contents, asked.key) }
    case 'majority':
      return yield* readCommitted(node, asked.key)
    case 'linearizable':
      return yield* readProven(node, asked.key)
  }
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
 * time, and what it read is committed. (Replication Internals, "Read Concern")
 */
function* readProven(node: SetNode, key: string): Task<KeyOutput> {
  if (!node.memory.writable) return notPrimary(node)
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

/** Sends the client elsewhere, or says that nobody can be asked; undefined when this member may answer. */
function notHere(node: SetNode, preference: ReadPreference): KeyOutput | undefined {
  const { role, primary, catchUpTo } = node.memory
  const isPrimary = role === 'primary' && catchUpTo === undefined
  const readable = isPrimary || role === 'secondary'
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
