import { sizeOf } from '../core/size.ts'
import { Table } from '../core/table.ts'
import type { NodeId, Task } from '../core/types.ts'
import type { TokenRange } from '../token/range.ts'
import { backgroundAt } from './background.ts'
import { digestText, merge, type Partition, type Rows } from './partition.ts'
import { useDisk } from './rates.ts'
import { Sstable } from './sstable.ts'
import type { RingNode } from './state.ts'
import { lookUp, scanTables, withBackground } from './storage.ts'
import { dueCompactions } from './compaction.ts'
import { beginPeriod } from './commit-log.ts'
import { tableKeyOf } from './table-key.ts'

/** A token range as a message carries it: decimal numbers. */
export interface RangeText {
  readonly left: string
  readonly right: string
}

/** A range with its tokens as text: a message is JSON, and JSON has no bigint. */
export function rangeText({ left, right }: TokenRange): RangeText {
  return { left: String(left), right: String(right) }
}

/** Undoes {@link rangeText}. */
export function rangeFrom({ left, right }: RangeText): TokenRange {
  return { left: BigInt(left), right: BigInt(right) }
}

/**
 * What travels: whole partitions. Those that lay in tables which a repair had marked keep the mark where they arrive:
 * `marks` says so, in the order of the partitions, and covers them all.
 */
export interface Load {
  readonly partitions: readonly Partition[]
  readonly marks?: readonly Mark[]
}

/** So many partitions, one after the other, that carry the same mark of a repair. */
export interface Mark {
  readonly count: number
  readonly repairedAt: number
  readonly session?: string
}

/** What a transfer moved: partitions sent, those of them that the receiver didn't have already, and their bytes. */
export interface Streamed {
  readonly partitions: number
  readonly needed: number
  readonly bytes: number
}

/**
 * Collects what travels where tables are marked as repaired, or for the incremental repair of that name; undefined where
 * no table is marked and no session is named. Handed in, with incremental repairs.
 */
export type CollectMarked = (
  node: RingNode,
  ranges: readonly TokenRange[],
  session: string,
) => Load | undefined

let collectMarked: CollectMarked | undefined

/** Hands in what collects marked partitions: only a plan with an incremental repair carries it. */
export function provideMarks(given: CollectMarked): void {
  collectMarked = given
}

/**
 * All the data of these ranges, whole partitions, whether the other side has them already or not; with the name of an
 * incremental repair only what that one looks at.
 */
export function collect(node: RingNode, ranges: readonly RangeText[], session = ''): Load {
  const wanted = ranges.map(rangeFrom)
  const marked = collectMarked?.(node, wanted, session)
  return marked ?? { partitions: withBackground(node, scanTables(node, wanted), wanted) }
}

/** How many bytes partitions take on disk and in a message; a slip of the background takes as many as the plan says. */
function bytesIn(node: RingNode, partitions: readonly Partition[]): number {
  const { background, backgroundBytes } = node.options
  if (background === 0) return sizeOf(partitions)
  const isSlip = ({ key }: Partition) => backgroundAt(background, key) !== undefined
  return partitions.reduce((sum, one) => sum + (isSlip(one) ? backgroundBytes : sizeOf(one)), 0)
}

/**
 * Stores what was streamed in new tables beside the existing ones, and syncs them at once. Returns how many of the
 * partitions changed anything here.
 */
export function receive(node: RingNode, { partitions, marks }: Load): number {
  let needed = 0
  beginPeriod(node)
  let first = 0
  const arrived: Sstable[] = []
  const unmarked: readonly Mark[] = [{ count: partitions.length, repairedAt: 0 }]
  for (const { count, repairedAt, session } of marks ?? unmarked) {
    let rows: Rows = Table.empty()
    for (const partition of partitions.slice(first, (first += count))) {
      const before = lookUp(node, partition.key)
      const isNews = before === undefined || digestText(merge(before, partition)) !== digestText(before)
      if (isNews) needed++
      // What a slip of the background says need not be kept twice.
      if (isNews || backgroundAt(node.options.background, partition.key) === undefined)
        rows = rows.set(tableKeyOf(partition.key), partition)
    }
    if (rows.size > 0) arrived.push(new Sstable(rows, repairedAt, session))
  }
  if (arrived.length === 0) return 0
  node.disk = { ...node.disk, sstables: [...node.disk.sstables, ...arrived] }
  dueCompactions(node, arrived)
  node.spawn(() => node.sync())
  return needed
}

/** What a repair streams: the ranges in which two trees differ, and for which incremental repair. */
export interface Difference {
  readonly ranges: readonly RangeText[]
  readonly session: string
  /** The asking side only receives, and sends nothing. (--pull.) */
  readonly pull?: boolean
}

/** A stream on which nothing arrives for two keep-alives has failed. (streaming_keep_alive_period, 300 s.) */
const silenceMs = 600_000

/**
 * Sends what differs to the peer and receives what the peer has there: both ways, with no winner. The node that's asked
 * first chooses at once what it sends; its peer chooses when it hears of the stream, so what another stream has brought
 * by that time is sent on. (StreamingRepairTask, LocalSyncTask; StreamSession.addTransferRanges, for a request at its
 * prepare message.) Null when it failed.
 */
export function* exchange(
  node: RingNode,
  { peer, ...difference }: Difference & { readonly peer: NodeId },
): Task<Streamed | null> {
  const { ranges, session, pull = false } = difference
  const ours = pull ? { partitions: [] } : streamed(node, collect(node, ranges, session))
  const bytes = bytesIn(node, ours.partitions)
  const { streamBytesPerMs } = node.options
  node.spawn(() => useDisk(node, 'streamBytesPerMs', bytes))
  const patienceMs = silenceMs + (streamBytesPerMs === 0 ? 0 : Math.ceil(1e12 / streamBytesPerMs))
  const reply = yield* node.call(peer, 'stream', { ...difference, ...ours }, patienceMs)
  if (!reply.ok) return null
  const theirs = reply.value as Load & { readonly needed: number }
  return {
    partitions: ours.partitions.length + theirs.partitions.length,
    needed: theirs.needed + receive(node, theirs),
    bytes: bytes + bytesIn(node, theirs.partitions),
  }
}

/**
 * The other side of {@link exchange}: it chooses what it sends when it's asked, says that it's prepared, and receives
 * what comes next.
 */
export function* answerStream(
  node: RingNode,
  { ranges, session, ...theirs }: Difference & Load,
  from: NodeId,
): Task<Load & { readonly needed: number }> {
  const ours = streamed(node, collect(node, ranges, session))
  yield* node.call(from, 'prepared', null, silenceMs)
  const bytes = Math.max(bytesIn(node, theirs.partitions), bytesIn(node, ours.partitions))
  yield* useDisk(node, 'streamBytesPerMs', bytes)
  return { ...ours, needed: receive(node, theirs) }
}

function streamed(node: RingNode, load: Load): Load {
  for (let count = load.partitions.length; count > 0; count--) node.mark('partition streamed')
  return load
}

/** A node that joins or takes another's place asks for ranges. */
export function fetch(node: RingNode, ranges: readonly RangeText[]): Load {
  return streamed(node, collect(node, ranges))
}
