import type { NodeId, Task } from '../core/types.ts'
import type { TokenRange } from '../token/range.ts'
import type { ReplicatedRange } from './placement.ts'
import type { RingNode } from './state.ts'
import type { RangeText } from './stream.ts'
import type { Scope } from './validation.ts'

/**
 * What to repair and how. Without more: every range this node stores, all data in full, all replicas at once. The command
 * line's own default is `incremental` instead, since 2.2. (RepairOption.)
 */
export interface RepairArgs {
  /** Every range this node stores ('full'), or only those it is the first replica of ('primary', -pr). */
  readonly ranges?: 'full' | 'primary'
  /** One subrange (-st, -et), inside one range that this node stores. */
  readonly range?: RangeText
  /** A depth in place of the one that Cassandra would choose; to show what it costs. */
  readonly depth?: number
  /** Compares what no incremental repair has marked, and marks it. */
  readonly incremental?: boolean
  /** Compares, and says what would be streamed. (--preview.) */
  readonly preview?: boolean
  /** Compares what was marked repaired: it should be equal. (--validate.) */
  readonly validate?: boolean
  /** Trees from all replicas at once; one after the other, of a snapshot (-seq); or so in each datacentre (-dcpar). */
  readonly sequence?: 'parallel' | 'sequential' | 'by datacentre'
  /** Only these nodes (-hosts), or those of these datacentres (-dc); this one must be among them. */
  readonly hosts?: readonly NodeId[]
  readonly datacentres?: readonly string[]
  /** Leaves out nodes that are down. (--force.) */
  readonly force?: boolean
  /** This node only fetches what the other host has, and sends nothing. (--pull.) */
  readonly pull?: boolean
}

/** Ranges that the same nodes take part in: they are one session. */
export interface Session {
  readonly ranges: readonly TokenRange[]
  /** This node first, then the others in the order of the plan. */
  readonly nodes: readonly NodeId[]
}

/** Everything a repair did, counted. */
export interface Tally {
  ranges: number
  /** Trees that were built, what they took in messages, and what was read from disk for them. */
  trees: number
  treeBytes: number
  readBytes: number
  pairs: number
  differingPairs: number
  differingRanges: number
  /** Partitions sent, and those of them that changed anything where they arrived. */
  partitions: number
  needed: number
  bytes: number
  /** What a preview would have sent. */
  wouldSend?: number
}

/** How many partitions two replicas have in a range in which they differ. */
export interface RangeCount {
  readonly partitionsA: number
  readonly partitionsB: number
}

/** One repair in progress. */
export interface Repair {
  readonly node: RingNode
  readonly name: string
  readonly args: RepairArgs
  readonly scope: Scope
  readonly tally: Tally
}

/** What a repair may do beside comparing all data of all replicas at once. */
export interface RepairExtras {
  /** Why these options can't stand beside each other. */
  refusal(node: RingNode, args: RepairArgs): string | undefined
  /** The subrange with the replicas of the one range of this node that it lies in, none where it overlaps with none; or why it can't be. */
  inside(own: readonly ReplicatedRange[], wanted: TokenRange): readonly ReplicatedRange[] | string
  /** Which of the other replicas of a range take part; or why none does. */
  participants(
    node: RingNode,
    args: RepairArgs,
    others: readonly NodeId[],
    range: TokenRange,
  ): readonly NodeId[] | string
  /** Which data is compared. */
  scopeOf(args: RepairArgs, name: string): Scope
  /** What a preview counts as well. */
  moreTally(args: RepairArgs): Partial<Tally>
  countMore(tally: Tally, differing: readonly RangeCount[]): void
  /** What happens when it's over and nothing failed. */
  finished(repair: Repair): void
  /** What happens before anything is compared; answers what failed. */
  begin(repair: Repair, sessions: readonly Session[]): Task<string | undefined>
  /** What happens when all is over; 0 where nothing may be marked. */
  end(repair: Repair, sessions: readonly Session[], repairedAt: number): Task<void>
  /** Who validates together, turn after turn; or what failed on the way to that. */
  turns(repair: Repair, nodes: readonly NodeId[]): Task<readonly (readonly NodeId[])[] | string>
}
