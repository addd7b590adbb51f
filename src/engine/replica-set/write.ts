import type { Json, KeyOutput, Task } from '../core/types.ts'
import { type Asked, writeConcernOf } from './ask.ts'
import type { WriteConcern } from './concern.ts'
import { slowedDown } from './flow-control.ts'
import { flush, flushLater } from './journal.ts'
import { holdersOf, memberViewOf } from './members.ts'
import { appendOwn, documentOf, type Draft } from './oplog.ts'
import { isAtLeast, type OpTime } from './optime.ts'
import { isPrimaryOf } from './primary.ts'
import { plain, say, type SetNode } from './state.ts'

/** Nothing was done, so the client's driver asks the primary, or looks for it. */
export function notPrimary(node: SetNode): KeyOutput {
  const { primary } = node.memory
  node.mark('not primary')
  return { error: 'not primary', redirect: primary === undefined || primary === node.id ? null : primary }
}

/**
 * A write, a delete or an increment: the primary applies it, writes an entry that says what the document is now, and
 * answers when the write concern is satisfied. One that was done already isn't done again. (Replication Internals,
 * "Doing a Write"; Write Concern; Retryable Writes)
 */
export function* change(
  node: SetNode,
  asked: Asked,
  draftOf: (node: SetNode) => Draft | undefined,
): Task<KeyOutput> {
  if (!node.memory.writable) return notPrimary(node)
  const concern = writeConcernOf(node, asked)
  yield* slowedDown(node)
  if (!node.memory.writable) return notPrimary(node)
  const { term } = node.memory
  const at = done(node, asked, draftOf)
  const members = holdersOf(node.options).length
  if (typeof concern.w === 'number' && concern.w > members) {
    // The write stays: only then is the concern looked at. (UnsatisfiableWriteConcern, code 100)
    node.mark('unsatisfiable')
    return { error: 'unsatisfiable write concern', w: concern.w, members, maybe: true }
  }
  const answer = yield* satisfied(node, at, term, concern)
  // A session keeps the position of what it was told, so that it can ask other members for nothing older.
  return asked.session === undefined || 'error' in answer ? answer : { ...answer, operationTime: plain(at) }
}

/** The place of the write in the history: a new one, or that of its first attempt. */
function done(node: SetNode, asked: Asked, draftOf: (node: SetNode) => Draft | undefined): OpTime {
  const { statement } = asked
  const before = statement === undefined ? undefined : node.disk.contents.statements.get(statement)
  if (before !== undefined) {
    node.mark('retried write not repeated')
    return before
  }
  const draft = draftOf(node)
  // A delete of a document that isn't there changes nothing, but waits for what it saw.
  if (draft === undefined) return node.disk.last
  const entry = appendOwn(node, statement === undefined ? draft : { ...draft, statement })
  say(node, 'client write', { at: plain(entry), key: entry.key })
  flushLater(node)
  return entry
}

/** Waits for the write concern. A step-down ends the wait, because then nobody knows what will become of the write. */
function* satisfied(node: SetNode, at: OpTime, term: number, concern: WriteConcern): Task<KeyOutput> {
  const { w, wtimeout = 0 } = concern
  const j = concern.j ?? (w === 'majority' && node.options.majorityJournaled)
  if (j) flush(node)
  const isThere = () => hasReached(node, at, w, j)
  if (w !== 1 || j) {
    const limit = wtimeout === 0 ? -1 : wtimeout
    const ended = yield* node.until(() => !isPrimaryOf(node, term) || isThere(), limit)
    if (!ended) {
      node.mark('write concern timeout')
      return { error: 'timeout', w, received: countAt(node, at, j) }
    }
  }
  if (!isPrimaryOf(node, term)) {
    node.mark('write interrupted')
    return { error: 'interrupted', redirect: node.memory.primary ?? null, maybe: true }
  }
  node.mark('write acknowledged')
  return { ok: true }
}

function hasReached(node: SetNode, at: OpTime, w: WriteConcern['w'], j: boolean): boolean {
  if (w === 'majority') return isAtLeast(node.memory.commitPoint, at)
  return countAt(node, at, j) >= w
}

/** How many members have the entry, this one included; with `j` in their journals. */
function countAt(node: SetNode, at: OpTime, j: boolean): number {
  return holdersOf(node.options).filter((id) => {
    const own = id === node.id
    const { written, durable } = own
      ? { written: node.disk.last, durable: node.memory.durable }
      : memberViewOf(node, id)
    return isAtLeast(j ? durable : written, at)
  }).length
}

/** The entry of a write: the document is this value now; null removes it. */
export function setting({ key, value = null }: Asked): Draft {
  return value === null ? { op: 'remove', key } : { op: 'set', key, value }
}

/** The entry of a removal; none where there's no document to remove. */
export function removing(node: SetNode, { key }: Asked): Draft | undefined {
  return node.disk.contents.documents.has(key) ? { op: 'remove', key } : undefined
}

/** An increment is recorded as its result. */
export function incrementing(node: SetNode, { key, by = 1 }: Asked): Draft {
  const before: Json = documentOf(node.disk.contents, key)
  return { op: 'set', key, value: (typeof before === 'number' ? before : 0) + by }
}
