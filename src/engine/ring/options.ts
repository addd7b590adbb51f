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

/** How a ring is set up, with every default filled in. Defaults are Cassandra 5.0's unless it says otherwise. */
export interface RingOptions {
  readonly nodes: readonly PlanNode[]
  /** A number: SimpleStrategy. A number for each datacentre: NetworkTopologyStrategy. */
  readonly replicas: number | { readonly [datacentre: string]: number }
  /**
   * How many tokens a node takes (num_tokens), or which. With one, nodes stand evenly spaced in plan order. Cassandra
   * ships 16; 1 here, so that a picture can be read.
   */
  readonly tokens: number | { readonly [node: string]: readonly string[] }
  /** The level of writes and deletes that don't name one (ONE, as in cqlsh), and of such reads. */
  readonly write: Level
  readonly read: Level
  /** Which side stamps a write that has no timestamp: with most drivers it's the client. */
  readonly timestamps: 'client' | 'coordinator'
  readonly writeTimeoutMs: Ms
  readonly readTimeoutMs: Ms
  /**
   * After this many ms one more replica is asked, and one more is sent a read repair (speculative_retry and
   * additional_write_policy); 0 for never. Cassandra derives both from measured delays.
   */
  readonly speculativeRetryMs: Ms
  readonly readRepair: 'BLOCKING' | 'NONE'
  readonly hints: boolean
  /** A node that's been down for longer than this gets no new hints (max_hint_window). */
  readonly hintWindowMs: Ms
  /**
   * How often hints are written to their files, in ms; a killed process loses those it still held (hints_flush_period).
   */
  readonly hintFlushMs: Ms
  /**
   * How many bytes a millisecond one delivery of hints may send (hinted_handoff_throttle); 1,049 is 1024 KiB a second.
   */
  readonly hintBytesPerMs: number
  /** 'periodic': a write is acknowledged before the commit log is synced; 'batch': after. */
  readonly commitLog: 'periodic' | 'batch'
  readonly commitLogSyncMs: Ms
  readonly gcGraceSeconds: number
  /** Tombstones go only from data that an incremental repair has marked (only_purge_repaired_tombstones). */
  readonly onlyPurgeRepaired: boolean
  /** 'auto': a compaction runs when a tombstone may be purged; 'manual': only when a plan asks for one. */
  readonly compaction: 'auto' | 'manual'
  /** 'oracle': nodes are told after `oracleMs` which node is down; 'gossip': they find it out by themselves. */
  readonly membership: 'oracle' | 'gossip'
  readonly oracleMs: Ms
  readonly gossipMs: Ms
  /** Above this suspicion, a node that hasn't been heard from counts as down (phi_convict_threshold). */
  readonly phi: number
  /**
   * The nodes through which others find the cluster. A seed starts with an empty disk, where any other node refuses to.
   */
  readonly seeds: readonly NodeId[]
  /** The greatest depth of a repair's trees (repair_session_max_tree_depth). */
  readonly repairDepth: number
  /**
   * How much memory a repair's trees may take, in MiB (repair_session_space): by default a sixteenth of the heap, so
   * 512 MiB of a heap of 8 GiB.
   */
  readonly repairMemoryMiB: number
  /** How many bytes a millisecond a node's disk gives; reads queue behind validations and streams. 0: no read waits. */
  readonly diskBytesPerMs: number
  /**
   * How many bytes a millisecond a validation reads; 0: it takes no time. 67,109 is 64 MiB a second: cassandra.yaml says
   * that compaction_throughput limits it, though in 5.0 a validation asks no limiter (CassandraValidationIterator).
   */
  readonly validationBytesPerMs: number
  /**
   * How many bytes a millisecond a repair's streams carry; 0: only the links limit them. Cassandra's default is 25,166
   * (24 MiB a second).
   */
  readonly streamBytesPerMs: number
  /**
   * How many equal partitions, named 'slip 0' and so on, every replica holds from the start. They can be overwritten,
   * but a delete or a time to live is refused for them, and a plan with a background may not wipe a disk.
   */
  readonly background: number
  /** How many bytes each of them takes on disk. */
  readonly backgroundBytes: number
  readonly clientTimeoutMs: Ms
  readonly clientRetries: number
  /** How long a client's driver avoids a coordinator that didn't answer, in ms; 0: it remembers nothing. */
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

/** @throws PlanError that lists everything that's wrong: where, what was expected, what was received */
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
