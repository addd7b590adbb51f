import { Table } from '../core/table.ts'
import type { Ms, Task } from '../core/types.ts'
import { rangeContains, type TokenRange } from '../token/range.ts'
import { lowestToken, tokenOf, type Token } from '../token/token.ts'
import { backgroundAt, backgroundIn } from './background.ts'
import { merge, purgeableAt, purged, type Partition } from './partition.ts'
import { nowSeconds, type RingNode, type Rows } from './state.ts'

/** Where a key lies. */
interface Place {
  readonly token: Token
  /** Where it stands in a table: its token, counted from the lowest, in 16 hex digits, then the key. */
  readonly text: string
}

/** Places of keys seen before: a pure function, kept because hashing the same key again tells nothing new. */
const places = new Map<string, Place>()

function place(key: string): Place {
  let found = places.get(key)
  if (found === undefined) {
    if (places.size > 200_000) places.clear()
    const token = tokenOf(key)
    const text = (token - lowestToken).toString(16).padStart(16, '0') + key
    places.set(key, (found = { token, text }))
  }
  return found
}

export function tokenOfKey(key: string): Token {
  return place(key).token
}

/** Where a key stands in a table: the order of tables is that of tokens. */
export function placeOf(key: string): string {
  return place(key).text
}

/** A version of a partition is written: into the log and the memtable, where it is merged with what is there. */
export function apply(node: RingNode, update: Partition): void {
  const { memtable } = node.disk
  const at = placeOf(update.key)
  const held = memtable.get(at)
  node.disk = {
    ...node.disk,
    memtable: memtable.set(at, held === undefined ? update : merge(held, update)),
  }
  syncLater(node)
  compactLater(node, purgeableAt(update, node.options.gcGraceSeconds))
}

/** What this replica holds under the key: the merge of the memtable and every sstable. */
export function lookUp(node: RingNode, key: string): Partition | undefined {
  const at = placeOf(key)
  let found = backgroundAt(node.options.background, key)
  for (const rows of [...node.disk.sstables, node.disk.memtable]) {
    const part = rows.get(at)
    if (part !== undefined) found = found === undefined ? part : merge(found, part)
  }
  return found
}

/** Everything in the range, merged, in the order of tokens; the background after it. */
export function scan(node: RingNode, range: TokenRange): readonly Partition[] {
  return withBackground(node, scanWritten(node, range), [range])
}

/** The partitions, and those of the background in these ranges that are not among them. */
export function withBackground(
  node: RingNode,
  partitions: readonly Partition[],
  ranges: readonly TokenRange[],
): readonly Partition[] {
  const written = new Set(partitions.map(({ key }) => key))
  return [
    ...partitions,
    ...backgroundIn(node.options.background, ranges).filter(({ key }) => !written.has(key)),
  ]
}

/** Everything that was written in the range, merged with the background under it. */
export function scanWritten(node: RingNode, range: TokenRange): readonly Partition[] {
  const found = new Map<string, Partition>()
  for (const rows of [...node.disk.sstables, node.disk.memtable]) {
    for (const [place, partition] of rows) {
      if (!rangeContains(range, tokenOfKey(partition.key))) continue
      const other = found.get(place) ?? backgroundAt(node.options.background, partition.key)
      found.set(place, other === undefined ? partition : merge(other, partition))
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, partition]) => partition)
}

/** The memtable becomes an sstable, which is synced at once. */
export function* flush(node: RingNode): Task<void> {
  const { memtable, sstables } = node.disk
  if (memtable.size === 0) return
  node.disk = { ...node.disk, memtable: Table.empty(), sstables: [...sstables, memtable] }
  node.mark('flushed')
  yield* node.sync()
}

/**
 * All sstables become one, and tombstones whose gc grace is over are left out. From then on a replica that missed the
 * delete may bring the deleted back.
 */
export function* compact(node: RingNode): Task<void> {
  yield* flush(node)
  const { gcGraceSeconds } = node.options
  let rows: Rows = Table.empty()
  for (const sstable of node.disk.sstables) {
    for (const [place, partition] of sstable) {
      const other = rows.get(place)
      rows = rows.set(place, other === undefined ? partition : merge(other, partition))
    }
  }
  let next = Infinity
  for (const [place, partition] of rows) {
    const kept = purged(partition, nowSeconds(node), gcGraceSeconds)
    if (kept !== partition) node.mark('tombstone purged')
    if (kept === undefined) rows = rows.delete(place)
    else rows = rows.set(place, kept)
    if (kept !== undefined) next = Math.min(next, purgeableAt(kept, gcGraceSeconds))
  }
  node.disk = { ...node.disk, sstables: rows.size === 0 ? [] : [rows] }
  node.mark('compacted')
  yield* node.sync()
  compactLater(node, next)
}

/** Periodic commit log: what is written now is synced at the next full period, until then a power cut can lose it. */
function syncLater(node: RingNode): void {
  const { commitLog, commitLogSyncMs } = node.options
  if (commitLog === 'batch' || node.memory.syncDue) return
  node.memory = { ...node.memory, syncDue: true }
  node.spawn(() => syncAfter(node, commitLogSyncMs - (Math.max(0, node.now()) % commitLogSyncMs)))
}

function* syncAfter(node: RingNode, ms: Ms): Task<void> {
  yield* node.sleep(ms)
  node.memory = { ...node.memory, syncDue: false }
  yield* node.sync()
}

/** A compaction is due when something may be purged; only the earliest is waited for. */
export function compactLater(node: RingNode, atSeconds: number): void {
  if (node.options.compaction === 'manual' || atSeconds >= node.memory.compactAt) return
  node.memory = { ...node.memory, compactAt: atSeconds }
  node.spawn(() => compactAt(node, atSeconds))
}

function* compactAt(node: RingNode, atSeconds: number): Task<void> {
  yield* node.sleep(Math.max(0, atSeconds * 1000 - node.now()))
  if (node.memory.compactAt !== atSeconds) return
  node.memory = { ...node.memory, compactAt: Infinity }
  yield* compact(node)
}
