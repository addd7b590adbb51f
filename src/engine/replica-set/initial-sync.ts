import type { Json, NodeId, Task } from '../core/types.ts'
import { Table } from '../core/table.ts'
import { applied } from './oplog.ts'
import { beginning, type OpTime } from './optime.ts'
import type { Batch, Fetch } from './source.ts'
import { plain, remember, say, type Contents, type Disk, type Entry, type SetNode } from './state.ts'
import { chooseSyncSource, leaveSource } from './sync-source.ts'
import { postponeElection } from './timer.ts'

/** How long a member waits after a failed attempt. */
const pauseMs = 1_000

/** Some documents of the source, in the order of keys. */
export interface Page {
  readonly documents: readonly (readonly [key: string, value: Json])[]
  readonly isLast: boolean
  /** With the last page, the retryable writes that the source knows of. */
  readonly statements: Contents['statements']
  /** The source's last entry when it read the page; undefined when it has none to give. */
  readonly last: Entry | undefined
  readonly rollbackId: number
}

/**
 * Copies all data from another member: first its oplog's position, then page after page of documents while that member
 * keeps changing them, then the entries written in the meantime, applied on top of the copy. Entries are idempotent, so
 * it doesn't matter which of them the copy had seen already. (Replication Internals, "Initial Sync")
 */
export function* initialSync(node: SetNode): Task<void> {
  // A step of its own, so that the copying can be seen before the member's data goes.
  yield* node.sleep(0)
  node.mark('initial sync')
  say(node, 'initial sync', { last: plain(node.disk.last) })
  for (;;) {
    node.disk = { ...emptyDisk(node) }
    remember(node, { commitPoint: beginning, durable: beginning, flushing: beginning, syncSource: undefined })
    const source = chooseSyncSource(node)
    if (source !== undefined && (yield* copyFrom(node, source))) break
    if (source !== undefined) leaveSource(node, source, true)
    yield* node.sleep(pauseMs)
  }
  yield* node.sync()
  remember(node, { role: 'secondary', durable: node.disk.last, flushing: node.disk.last })
  postponeElection(node)
  node.mark('initial sync done')
}

function emptyDisk({ disk }: SetNode): SetNode['disk'] {
  const none: Contents = { documents: Table.empty(), statements: Table.empty() }
  return {
    ...disk,
    oplog: Table.empty(),
    last: beginning,
    applied: beginning,
    contents: none,
    stable: { at: beginning, contents: none },
  }
}

/** What is fetched from the source's oplog while its documents are copied. */
interface Buffer {
  oplog: Disk['oplog']
  last: OpTime
  /** The source can't give what is missing. */
  failed: boolean
  /** Nobody needs it any more. */
  over: boolean
}

function* copyFrom(node: SetNode, source: NodeId): Task<boolean> {
  let documents: Contents['documents'] = Table.empty()
  let start: Page | undefined
  let buffer: Buffer | undefined
  let from = ''
  for (;;) {
    const reply = yield* node.call(source, 'clone', { from }, node.options.heartbeatTimeoutMs)
    const page = reply.ok ? (reply.value as Page) : undefined
    start ??= page
    // A source that rolls back may undo what was copied already.
    if (page?.last === undefined || page.rollbackId !== start!.rollbackId) {
      if (buffer !== undefined) buffer.over = true
      return false
    }
    buffer ??= bufferFrom(node, source, page.last, page.rollbackId)
    for (const [key, value] of page.documents) documents = documents.set(key, value)
    from = page.documents[page.documents.length - 1]?.[0] ?? from
    if (page.isLast) return yield* applyOver(node, buffer, { ...page, start: start!.last! }, documents)
  }
}

/**
 * From the first page on, the oplog is fetched and buffered alongside the copy, so entries that the source cuts off in
 * the meantime are already here. (Replication Internals, "Initial Sync", oplog fetching phase)
 */
function bufferFrom(node: SetNode, source: NodeId, start: Entry, rollbackId: number): Buffer {
  const buffer: Buffer = {
    oplog: Table.empty<number, Entry>().set(start.index, start),
    last: start,
    failed: false,
    over: false,
  }
  node.spawn(() => fillBuffer(node, source, buffer, rollbackId))
  return buffer
}

function* fillBuffer(node: SetNode, source: NodeId, buffer: Buffer, rollbackId: number): Task<void> {
  while (!buffer.over) {
    const question: Fetch = { term: node.memory.term, after: buffer.last, commitPoint: beginning }
    const reply = yield* node.call(source, 'fetch', question, node.options.heartbeatTimeoutMs)
    const batch = reply.ok ? (reply.value as Batch) : undefined
    if (batch?.found !== 'entries' || batch.rollbackId !== rollbackId) {
      buffer.failed = true
      return
    }
    for (const entry of batch.entries) buffer.oplog = buffer.oplog.set(entry.index, entry)
    buffer.last = batch.entries[batch.entries.length - 1] ?? buffer.last
  }
}

/** The entries from where the copy began to where it ended, applied over it. */
function* applyOver(
  node: SetNode,
  buffer: Buffer,
  { start, last: end, statements }: Page & { readonly start: Entry },
  documents: Contents['documents'],
): Task<boolean> {
  yield* node.until(() => buffer.failed || buffer.last.index >= end!.index)
  buffer.over = true
  if (buffer.last.index < end!.index) return false
  const { oplog } = buffer
  const copied: Contents = { documents, statements }
  const at = plain(buffer.last)
  const contents = applied(copied, { ...node.disk, oplog }, start, at)
  node.disk = {
    ...node.disk,
    oplog,
    last: at,
    applied: at,
    contents,
    stable: { at, contents },
  }
  return true
}

/** Gives a page of documents to the member that copies them. */
export function clone(node: SetNode, { from }: { readonly from: string }): Page {
  const { contents, oplog, last, rollbackId } = node.disk
  const canServe = node.memory.role === 'primary' || node.memory.role === 'secondary'
  const documents: (readonly [string, Json])[] = []
  let isLast = true
  for (const [key, value] of contents.documents.range(from)) {
    if (from !== '' && key === from) continue
    if (documents.length === node.options.cloneDocuments) {
      isLast = false
      break
    }
    documents.push([key, value])
  }
  const statements: Contents['statements'] = isLast ? contents.statements : Table.empty()
  return { documents, isLast, statements, last: canServe ? oplog.get(last.index) : undefined, rollbackId }
}
