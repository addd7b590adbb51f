import type { NodeId } from '#engine/core/types.ts'

/** A plan as what a person does to a real cluster: data, so that another runner can play it as well. */
export interface Commands {
  readonly system: 'cassandra' | 'mongodb'
  /** Of the product: the versions that the compose file pins. */
  readonly version: string
  readonly nodes: readonly NodeId[]
  /** Cassandra: whether nodes keep hints (hinted_handoff_enabled). */
  readonly hints: boolean
  /** MongoDB: the members' priorities, in the order of `nodes`, and the member that starts the set and is its first primary. */
  readonly set?: { readonly priorities: readonly number[]; readonly first: NodeId }
  /** Cassandra: for how long a node that's down gets hints; left out where it's the shipped 3 hours. */
  readonly hintWindowMs?: number
  /** What the plan's hours were divided by to make minutes of them; left out where they weren't. */
  readonly divisor?: number
  readonly steps: readonly Step[]
  /** What holds for the whole script: where the real cluster is set up otherwise than the model, and why. */
  readonly notes: readonly string[]
}

/** One step of a plan as a reader plays it on a real cluster. */
export type Step = StatementStep | FaultStep | WaitStep

/** Something that's asked of the cluster, and answers. */
export interface StatementStep {
  readonly do: 'statement' | 'command'
  /** The operation's name in the plan. */
  readonly id: string
  /** The node that's asked: the coordinator. For MongoDB the member a shell runs on; the driver finds the primary. */
  readonly node: NodeId
  /** CQL, a line for mongosh, or what follows `nodetool`. */
  readonly text: string
  /** Cassandra: the consistency level of the statement. */
  readonly level?: string
  /** What the model answers: 'acknowledged', 'refused', 'timed out', 'nothing', or the value. */
  readonly expected: string
  /** Why the real answer may be another; undefined where the model's answer must come. */
  readonly unsure?: string
}

/** Something that's done to a node or its network. */
export interface FaultStep {
  readonly do: 'kill' | 'start' | 'pause' | 'resume' | 'disconnect' | 'connect'
  readonly id: string
  readonly node: NodeId
}

/** Nothing to do but to wait. */
interface WaitStep {
  readonly do: 'wait'
  readonly seconds: number
}

/** Why a plan can't be played on a real cluster by a reader: one reason each. */
export interface Refused {
  readonly refused: readonly string[]
}
