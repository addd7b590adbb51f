import { Table } from '../core/table.ts'
import type { Ms, Task } from '../core/types.ts'
import { rangeContains, type TokenRange } from '../token/range.ts'
import { lowestToken, tokenOf, type Token } from '../token/token.ts'
import { backgroundAt, backgroundIn } from './background.ts'
import { merge, purgeableAt, purged, type Partition, type Rows } from './partition.ts'
import { Sstable } from './sstable.ts'
import { nowSeconds, type RingNode } from './state.ts'

/** Where a key lies. */
interface Place {
  readonly token: Token
  /** Its place in a table: its token, counted from the lowest, in 16 hex digits, then the key. */
  readonly text: string
}

/** Places of keys seen before, kept because the place is a pure function of the key. */
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
export function tableKeyOf(key: string): string {
  return place(key).text
}

/** A version of a partition is written: into the log and the memtable, where it is merged with what is there. */
export function apply(node: RingNode, update: Partition): void {
  beginPeriod(node)
  const { memtable } = node.disk
  const at = tableKeyOf(update.key)
  const held = memtable.get(at)
  node.disk = {
    ...node.disk,
    memtable: memtable.set(at, held === undefined ? update : merge(held, update)),
  }
  syncLater(node)
  compactLater(node, purgeableAt(update, node.options.gcGraceSeconds))
}

/** What this replica holds under the key: the merge of the memtable and every sstable. */
export function lookUp(node: Pick<RingNode, 'disk' | 'options'>, key: string): Partition | undefined {
  const at = tableKeyOf(key)
  let found = backgroundAt(node.options.background, key)
  for (const rows of [...node.disk.sstables, node.disk.memtable]) {
    const part = rows.get(at)
    if (part !== undefined) found = found === undefined ? part : merge(found, part)
  }
  return found
}

/** As {@link lookUp}, without what may be purged of the data that was repaired: the rest is kept, however old. */
export function lookUpPurged(node: RingNode, key: string, now: number): Partition | undefined {
  const at = tableKeyOf(key)
  let found = backgroundAt(node.options.background, key)
  for (const rows of [...node.disk.sstables, node.disk.memtable]) {
    const part = rows.get(at)
    const isRepaired = rows instanceof Sstable && rows.repairedAt > 0
    const kept = part && isRepaired ? purged(part, now, node.options.gcGraceSeconds) : part
    if (kept !== undefined) found = found === undefined ? kept : merge(found, kept)
  }
  return found
}

/** The partitions, and those of the background in these ranges that aren't among them. */
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

/**
 * Everything that was written in the ranges and lies in these tables, merged with the background under it, in the order
 * of tokens; the memtable counts as one more table.
 */
export function scanTables(
  node: Pick<RingNode, 'disk' | 'options'>,
  ranges: readonly TokenRange[],
  isWanted: (table: Sstable) => boolean = () => true,
): readonly Partition[] {
  const found = new Map<string, Partition>()
  for (const table of [...node.disk.sstables, new Sstable(node.disk.memtable)]) {
    if (!isWanted(table)) continue
    for (const [place, partition] of table) {
      const token = tokenOfKey(partition.key)
      if (!ranges.some((range) => rangeContains(range, token))) continue
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
  node.disk = { ...node.disk, memtable: Table.empty(), sstables: [...sstables, new Sstable(memtable)] }
  node.mark('flushed')
  yield* node.sync()
}

/** Compacts tables apart from each other where some are marked by a repair; undefined where none is. */
type CompactApart = (node: RingNode) => readonly Sstable[] | undefined

let compactApart: CompactApart | undefined

/** Handed in with incremental repairs, which mark tables: `marked.ts`. */
export function provideApart(given: CompactApart): void {
  compactApart = given
}

/**
 * Merges all sstables of one kind into one, and leaves out tombstones that are past gc grace. From then on, a replica
 * that missed the delete may bring back what was deleted. Repaired and unrepaired data are never mixed.
 */
export function* compact(node: RingNode): Task<void> {
  yield* flush(node)
  const merged = compactApart?.(node) ?? [new Sstable(compacted(node, node.disk.sstables))]
  const kept = merged.filter(({ size }) => size > 0)
  node.disk = { ...node.disk, sstables: kept }
  node.mark('compacted')
  yield* node.sync()
  // What could have gone but was kept waits until something else asks for a compaction.
  let next = Infinity
  for (const rows of kept)
    for (const [, partition] of rows) {
      const at = purgeableAt(partition, node.options.gcGraceSeconds)
      if (at > nowSeconds(node)) next = Math.min(next, at)
    }
  compactLater(node, next)
}

/** The rows of these tables, without what may be purged; a tombstone stays where `keeps` says so. */
export function compacted(
  node: RingNode,
  tables: readonly Sstable[],
  keeps: (place: string) => boolean = () => false,
): Rows {
  let rows: Rows = Table.empty()
  for (const sstable of tables) {
    for (const [place, partition] of sstable) {
      const other = rows.get(place)
      rows = rows.set(place, other === undefined ? partition : merge(other, partition))
    }
  }
  for (const [place, partition] of rows) {
    const kept = purged(partition, nowSeconds(node), node.options.gcGraceSeconds)
    if (kept === partition || keeps(place)) continue
    node.mark('tombstone purged')
    rows = kept === undefined ? rows.delete(place) : rows.set(place, kept)
  }
  return rows
}

/**
 * How often the log is handed to its file, in ms; a process that's killed loses what came after. (CommitLog, its sync
 * markers.)
 */
export const logPeriodMs = 100

/** Remembers what the tables were when the log's present period began. */
export function beginPeriod(node: RingNode): void {
  const period = Math.floor(node.now() / logPeriodMs)
  if (node.memory.logged?.period === period) return
  const { memtable, sstables } = node.disk
  node.memory = { ...node.memory, logged: { period, memtable, sstables } }
}

/**
 * With a periodic commit log, what's written now is synced at the next full period; until then a power cut can lose it.
 */
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

/** Finds out when something in these tables may be purged, and has a compaction run then. */
export function dueCompactions(
  node: RingNode,
  tables: readonly Iterable<readonly [string, Partition]>[],
): void {
  for (const rows of tables)
    for (const [, partition] of rows) compactLater(node, purgeableAt(partition, node.options.gcGraceSeconds))
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
