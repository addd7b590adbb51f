import { Table } from '../core/table.ts'
import type { Json, Ms, Node, NodeId } from '../core/types.ts'
import type { LogOptions } from './options.ts'

/** The records of one partition by their offsets, 0 and on without a gap. */
export type Records = Table<number, Json>

/** A node of the log as its program sees it. */
export interface LogNode extends Node {
  readonly options: LogOptions
  memory: {
    /** For each partition that this node leads: how far each follower is, and when it had last caught up. */
    readonly followers: { readonly [partition: number]: { readonly [id: NodeId]: Progress } }
    /** Whether what followers hold beyond this node's own end has been fetched back. */
    readonly ready: boolean
  }
  disk: Disk
}

/** What a node keeps of the log. */
export interface Disk {
  readonly partitions: { readonly [partition: number]: Records }
  /** How far each group of consumers has read, by `group/partition`. */
  readonly committed: { readonly [place: string]: number }
}

interface Progress {
  readonly end: number
  readonly caughtUpAtMs: Ms
}
