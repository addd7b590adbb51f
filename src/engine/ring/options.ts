import { asNode } from '../core/cell.ts'
import {
  type Shape,
  anything,
  fields,
  flag,
  listOf,
  mapOf,
  numberFrom,
  oneOf,
  orElse,
  read,
  shown,
  text,
  whole,
} from '../core/plan/shape.ts'
import type { Json, Ms, NodeId, PlanNode } from '../core/types.ts'
import { type Level, levels } from '../levels.ts'

/** How a ring is set up, every default filled in. Defaults are those of Cassandra 5.0 unless said otherwise. */
export interface RingOptions {
  readonly nodes: readonly PlanNode[]
  /** A number: SimpleStrategy. A number for each datacentre: NetworkTopologyStrategy. */
  readonly replicas: number | { readonly [datacentre: string]: number }
  /**
   * How many tokens a node takes (num_tokens), or which. With one, nodes stand evenly spaced in plan order. Cassandra
   * ships 16; 1 here, so that a picture can be read.
   */
  readonly tokens: number | { readonly [node: string]: readonly string[] }
  /** Level of writes and deletes that name none (ONE, as in cqlsh), and of reads. */
  readonly write: Level
  readonly read: Level
  /** Who stamps a write that has no timestamp: most drivers do it. */
  readonly timestamps: 'client' | 'coordinator'
  readonly writeTimeoutMs: Ms
  readonly readTimeoutMs: Ms
  /**
   * After so long one more replica is asked, and one more is sent a read repair (speculative_retry and
   * additional_write_policy); 0 for never. Cassandra derives both from measured delays.
   */
  readonly speculativeRetryMs: Ms
  readonly readRepair: 'BLOCKING' | 'NONE'
  readonly hints: boolean
  /** A node down for longer gets no new hints (max_hint_window). */
  readonly hintWindowMs: Ms
  /** Hints reach their files so often; what a killed process held back is lost (hints_flush_period). */
  readonly hintFlushMs: Ms
  /** What one delivery may send in a millisecond (hinted_handoff_throttle); 1,049 is 1024 KiB a second. */
  readonly hintBytesPerMs: number
  /** 'periodic': a write is acknowledged before the commit log is synced; 'batch': after. */
  readonly commitLog: 'periodic' | 'batch'
  readonly commitLogSyncMs: Ms
  readonly gcGraceSeconds: number
  /** Tombstones go only from data that an incremental repair has marked (only_purge_repaired_tombstones). */
  readonly onlyPurgeRepaired: boolean
  /** 'auto': compaction comes when a tombstone may be purged; 'manual': only when asked for. */
  readonly compaction: 'auto' | 'manual'
  /** 'oracle': who is down is told after `oracleMs`; 'gossip': nodes find it out by themselves. */
  readonly membership: 'oracle' | 'gossip'
  readonly oracleMs: Ms
  readonly gossipMs: Ms
  /** Above this suspicion, a node that hasn't been heard from counts as down (phi_convict_threshold). */
  readonly phi: number
  /** Nodes that the others find a cluster by: one of them starts with an empty disk, where any other refuses to. */
  readonly seeds: readonly NodeId[]
  /** A repair's trees are at most so deep (repair_session_max_tree_depth). */
  readonly repairDepth: number
  /**
   * What a repair's trees may take of memory in MiB (repair_session_space): a sixteenth of the heap as shipped, 512 of a
   * heap of 8 GiB.
   */
  readonly repairMemoryMiB: number
  /** What the disk of a node gives in a millisecond; reads queue behind validations and streams. 0: nobody waits. */
  readonly diskBytesPerMs: number
  /**
   * What a validation reads in a millisecond; 0: it takes no time. 67,109 is 64 MiB a second: cassandra.yaml says that
   * compaction_throughput limits it, though in 5.0 a validation asks no limiter (CassandraValidationIterator).
   */
  readonly validationBytesPerMs: number
  /** What streams of a repair carry in a millisecond; 0: only the links say. As shipped 25,166 (24 MiB a second). */
  readonly streamBytesPerMs: number
  /**
   * So many equal partitions, 'slip 0' and on, lie on every replica from the start. They can be overwritten; a delete or
   * a time to live is refused for them, and a plan with a background wipes no disk.
   */
  readonly background: number
  /** What each of them takes on disk, in bytes. */
  readonly backgroundBytes: number
  readonly clientTimeoutMs: Ms
  readonly clientRetries: number
  /** For so long a client's driver avoids a coordinator that didn't answer; 0: it remembers nothing. */
  readonly clientAvoidMs: Ms
}

/** What a program may leave out, and shorter forms. */
export type RingSettings = Partial<Omit<RingOptions, 'nodes'>> & {
  readonly nodes?: readonly (NodeId | PlanNode)[]
}

const day = 24 * 3600 * 1000
const ms = whole(0, 366 * day)
const level = oneOf(...levels)
const rate = numberFrom(0, 1e9)

const shape = fields<RingOptions>({
  nodes: orElse(listOf(anything as Shape<PlanNode>, 1, 200), [{ id: 'A' }, { id: 'B' }, { id: 'C' }]),
  replicas: orElse(numberOrMap(whole(1, 20)), 3),
  tokens: orElse(numberOrMap(listOf(text(20), 1, 256), whole(1, 256)), 1),
  write: orElse(level, 'ONE'),
  read: orElse(level, 'ONE'),
  timestamps: orElse(oneOf('client', 'coordinator'), 'client'),
  writeTimeoutMs: orElse(ms, 2_000),
  readTimeoutMs: orElse(ms, 5_000),
  speculativeRetryMs: orElse(ms, 100),
  readRepair: orElse(oneOf('BLOCKING', 'NONE'), 'BLOCKING'),
  hints: orElse(flag, true),
  hintWindowMs: orElse(ms, 3 * 3600 * 1000),
  hintFlushMs: orElse(whole(1, day), 10_000),
  hintBytesPerMs: orElse(numberFrom(0.001, 1e9), 1_049),
  commitLog: orElse(oneOf('periodic', 'batch'), 'periodic'),
  commitLogSyncMs: orElse(ms, 10_000),
  gcGraceSeconds: orElse(whole(0, 366 * 86_400), 864_000),
  onlyPurgeRepaired: orElse(flag, false),
  compaction: orElse(oneOf('auto', 'manual'), 'auto'),
  membership: orElse(oneOf('oracle', 'gossip'), 'oracle'),
  oracleMs: orElse(ms, 1_000),
  gossipMs: orElse(whole(1, day), 1_000),
  phi: orElse(numberFrom(0.1, 100), 8),
  seeds: orElse(listOf(text(60), 0, 200), []),
  repairDepth: orElse(whole(0, 20), 20),
  repairMemoryMiB: orElse(whole(1, 1_000_000), 512),
  diskBytesPerMs: orElse(rate, 0),
  validationBytesPerMs: orElse(rate, 0),
  streamBytesPerMs: orElse(rate, 0),
  background: orElse(whole(0, 2_000_000), 0),
  backgroundBytes: orElse(whole(1, 1e9), 80),
  clientTimeoutMs: orElse(ms, 12_000),
  clientRetries: orElse(whole(0, 10), 0),
  clientAvoidMs: orElse(ms, 0),
})

/** @throws PlanError that lists all that is wrong: where, expected, received */
export function ringOptions(settings: RingSettings | Json): RingOptions {
  const options = read(shape, settings ?? {}, 'ring')
  return { ...options, nodes: options.nodes.map(asNode) }
}

function numberOrMap<T>(item: Shape<T>, number: Shape<number> = item as unknown as Shape<number>) {
  const map = mapOf(item)
  const either: Shape<number | { readonly [key: string]: T }> = (value, where, problems) => {
    if (typeof value === 'number') return number(value, where, problems)
    if (typeof value === 'object' && value !== null) return map(value, where, problems)
    problems.push({ where, expected: 'a number, or an object with one entry each', received: shown(value) })
    return 0
  }
  return either
}
