import type { Json, NodeId, Task } from '../core/types.ts'
import { Table } from '../core/table.ts'
import { applied } from './oplog.ts'
import { beginning, type OpTime } from './optime.ts'
import type { Batch, Fetch } from './source.ts'
import { plain, remember, say, type Contents, type Entry, type SetNode } from './state.ts'
import { chooseSyncSource, leaveSource } from './sync-source.ts'
import { postponeElection } from './timer.ts'

/** After a failed attempt it waits so long. */
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
 * All data are copied from another member: first where its oplog stands, then page after page of documents while it
 * goes on changing them, then the entries written meanwhile, applied over what was copied. They are idempotent, so that
 * it does not matter which of them the copy had seen already. (Replication Internals, "Initial Sync")
 */
export function* initialSync(node: SetNode): Task<void> {
  // A step of its own: that it copies is seen before its data go.
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

function* copyFrom(node: SetNode, source: NodeId): Task<boolean> {
  let documents: Contents['documents'] = Table.empty()
  let start: Page | undefined
  let from = ''
  for (;;) {
    const reply = yield* node.call(source, 'clone', { from }, node.options.heartbeatTimeoutMs)
    if (!reply.ok) return false
    const page = reply.value as Page
    start ??= page
    // A source that rolls back takes away what was copied already.
    if (page.last === undefined || page.rollbackId !== start.rollbackId) return false
    for (const [key, value] of page.documents) documents = documents.set(key, value)
    from = page.documents[page.documents.length - 1]?.[0] ?? from
    if (page.isLast) return yield* fetchMeanwhile(node, source, { ...page, start: start.last! }, documents)
  }
}

/** The entries from where the copy began to where it ended, applied over it. */
function* fetchMeanwhile(
  node: SetNode,
  source: NodeId,
  { start, last: end, statements, rollbackId }: Page & { readonly start: Entry },
  documents: Contents['documents'],
): Task<boolean> {
  let oplog = Table.empty<number, Entry>().set(start.index, start)
  let last: OpTime = start
  for (;;) {
    const question: Fetch = { term: node.memory.term, after: last, commitPoint: beginning }
    const reply = yield* node.call(source, 'fetch', question, node.options.heartbeatTimeoutMs)
    if (!reply.ok) return false
    const { entries, found, rollbackId: now } = reply.value as Batch
    if (found !== 'entries' || now !== rollbackId) return false
    for (const entry of entries) oplog = oplog.set(entry.index, entry)
    last = entries[entries.length - 1] ?? last
    if (last.index >= end!.index) break
  }
  const copied: Contents = { documents, statements }
  const at = plain(last)
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

/** Gives a page of documents to who copies them. */
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
