import type { Table } from '../core/table.ts'
import type { Ms, Node, NodeId } from '../core/types.ts'
import type { RingOptions } from './options.ts'
import type { Partition, Rows } from './partition.ts'
import type { Members } from './placement.ts'
import type { Sstable } from './sstable.ts'

/** A write that its replica missed, kept by the coordinator. */
export interface Hint {
  readonly to: NodeId
  /** With its original timestamps: delivering it late, or twice, can't overwrite anything newer. */
  readonly update: Partition
  readonly at: Ms
}

/** What survives a crash as far as it was synced. */
export interface Disk {
  /** What was written since the last flush: the commit log and the memtable that is rebuilt from it, as one. */
  readonly memtable: Rows
  /** What was flushed, oldest first; never changed, only replaced by a compaction. */
  readonly sstables: readonly Sstable[]
  readonly hints: Table<string, Hint>
  readonly members: Members
}

/** What a node knows of another's heart: how often it has beaten, and the gaps in which it heard so. */
export interface Heartbeat {
  /** Boots of that node come first: a restarted node begins again from zero beats. */
  readonly generation: Ms
  readonly beats: number
  /** When the last news came, by the hearer's clock. */
  readonly heardAt: Ms
  /** Mean gap between news, over at most `sampleSize` of them. */
  readonly meanMs: number
  readonly samples: number
}

/** The latest heartbeat heard of each node. */
export type Heartbeats = { readonly [id: NodeId]: Heartbeat }

/** One node's opinion of another. */
export interface Opinion {
  readonly up: boolean
  /** Since when it thinks so, by its own clock. */
  readonly since: Ms
}

/** A repair that this node takes part in. */
export interface Part {
  /** Its name. */
  readonly name: string
  /** What lay here when it began, for a sequential one. (A snapshot.) */
  readonly snapshot: Pick<Disk, 'memtable' | 'sstables'> | undefined
}

/** What a node knows until it crashes. */
export interface Memory {
  readonly opinions: { readonly [id: NodeId]: Opinion }
  /** Hints are on their way to these. */
  readonly delivering: readonly NodeId[]
  /** A sync of the commit log is due. */
  readonly syncDue: boolean
  /** When the next compaction is due, in seconds. */
  readonly compactAt: number
  readonly heartbeats: Heartbeats
  /** Who has been asked whether it is up again. */
  readonly echoing: readonly NodeId[]
  /** When this process began, by its own clock. */
  readonly bootedAt: Ms
  /** The tables as they were when the log's present period began: what a kill leaves. */
  readonly logged: Logged | undefined
  /** What validations and streams read and write at the moment, in bytes a millisecond. */
  readonly diskJobs: number
  /** When the work that shares a rate is over, by the node's own clock; nothing where no rate is set. */
  readonly diskFreeAtMs?: { readonly [use in DiskUse]?: Ms }
  /** It hands over its ranges just now, and isn't asked to twice. */
  readonly isLeaving?: boolean
  /** Repairs that this node takes part in, by who coordinates them. */
  readonly repairs: { readonly [coordinator: NodeId]: Part }
}

/** Work that shares a rate: the option that states it. */
export type DiskUse = 'validationBytesPerMs' | 'streamBytesPerMs'

/** A node's tables as they were when a period of its commit log began. */
export interface Logged {
  /** Which period it is, counted from 0. */
  readonly period: number
  readonly memtable: Rows
  readonly sstables: readonly Sstable[]
}

/** A node of the ring, as its own code sees it. */
export interface RingNode extends Node {
  readonly options: RingOptions
  memory: Memory
  disk: Disk
}

/** Whether this node thinks that the other one can be reached. It never doubts itself. */
export function isAlive(node: RingNode, id: NodeId): boolean {
  return id === node.id || (node.memory.opinions[id]?.up ?? false)
}

/** The node's own clock in whole seconds, as tombstones and TTLs count it. */
export function nowSeconds(node: RingNode): number {
  return Math.floor(node.now() / 1000)
}
