import { Table } from '../core/table.ts'
import type { Json } from '../core/types.ts'
import { type OpTime, compareOpTimes, earlierOf } from './optime.ts'
import { type Contents, type Disk, type Entry, type SetNode } from './state.ts'

/** What a member holds before its first entry. */
export const noContents: Contents = { documents: Table.empty(), statements: Table.empty() }

/** An entry before it has its place. */
export type Draft = Pick<Entry, 'op' | 'key' | 'statement' | 'value'>

/** The oldest entry that is still there; 0 in an empty oplog. */
export function oldestIndex({ oplog }: Disk): number {
  for (const [index] of oplog) return index
  return 0
}

/** Whether this oplog has exactly that entry. The beginning is in every oplog that wasn't cut off. */
export function hasEntry(disk: Disk, at: OpTime): boolean {
  if (at.index === 0) return oldestIndex(disk) <= 1
  return disk.oplog.get(at.index)?.term === at.term
}

/** The primary's next entry: written and applied in one step. */
export function appendOwn(node: SetNode, draft: Draft): Entry {
  const { disk, memory } = node
  const entry: Entry = { ...draft, term: memory.term, index: disk.last.index + 1, wallMs: node.now() }
  write(node, [entry])
  applyAll(node)
  return entry
}

/** Writes entries after the last one; what the capped oplog can't hold is cut off at its beginning. */
export function write(node: SetNode, entries: readonly Entry[]): void {
  const { disk } = node
  let { oplog, last } = disk
  for (const entry of entries) {
    if (entry.index !== last.index + 1) throw new Error(`entry ${entry.index} doesn’t follow ${last.index}`)
    oplog = oplog.set(entry.index, entry)
    last = { term: entry.term, index: entry.index }
  }
  node.disk = { ...disk, oplog: capped(node, oplog), last }
}

/**
 * The capped oplog never loses what a rollback may need, nor what is younger than the least time it's kept for: it may
 * grow past its size until then.
 */
function capped(node: SetNode, oplog: Disk['oplog']): Disk['oplog'] {
  const { oplogEntries, oplogBytes, oplogHours } = node.options
  let kept = oplog
  const isFull = () => kept.size > oplogEntries || kept.bytes > oplogBytes
  if (!isFull()) return kept
  const needed = earlierOf(node.disk.stable.at, node.disk.applied).index
  const youngest = node.now() - oplogHours * 3_600_000
  for (const [index, entry] of oplog) {
    if (!isFull() || index >= needed || (oplogHours > 0 && entry.wallMs > youngest)) break
    kept = kept.delete(index)
  }
  return kept
}

/** Applies what is written and not yet applied, up to and with that entry. */
export function applyUpTo(node: SetNode, to: OpTime): void {
  const { disk } = node
  if (disk.applied.index >= to.index) return
  node.disk = { ...disk, contents: applied(disk.contents, disk, disk.applied, to), applied: to }
}

/** Applies all that is written. */
export function applyAll(node: SetNode): void {
  applyUpTo(node, node.disk.last)
}

/** The contents after the entries behind `from`, up to and with `to`. */
export function applied(contents: Contents, { oplog }: Disk, from: OpTime, to: OpTime): Contents {
  let { documents, statements } = contents
  for (const [index, entry] of oplog.range(from.index + 1, to.index + 1)) {
    if (entry.op === 'set') documents = documents.set(entry.key, entry.value ?? null)
    else if (entry.op === 'remove') documents = documents.delete(entry.key)
    if (entry.statement !== undefined)
      statements = statements.set(entry.statement, { term: entry.term, index })
  }
  return { documents, statements }
}

/**
 * The stable contents follow the commit point as far as this member has applied entries: from here no rollback goes
 * further back.
 */
export function moveStable(node: SetNode): void {
  const { disk, memory } = node
  const to = memory.commitPoint.index < disk.applied.index ? memory.commitPoint : disk.applied
  if (to.index <= disk.stable.at.index || compareOpTimes(to, memory.commitPoint) > 0) return
  node.disk = {
    ...disk,
    stable: { at: to, contents: applied(disk.stable.contents, disk, disk.stable.at, to) },
  }
}

/** The document under a key; null when there's none. */
export function documentOf({ documents }: Contents, key: string): Json {
  return documents.get(key) ?? null
}
