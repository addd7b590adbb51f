import type { Seeking } from './driver.ts'
import type { Program } from './node.ts'
import type { Problem } from './problem.ts'
import type { ClientId, Json, MessageAddress, Ms, NodeId, Op, Plan, PlanNode } from './plan.ts'

/* eslint-disable @typescript-eslint/no-explicit-any --
   reason: memory and disk are typed by the system that owns them */

/** A program with its options, ready to run: `ring({...})`, `replicaSet({...})`. */
export interface System<Options = any, Level extends string = string> {
  readonly name: string
  /** As parsed: every default filled in. Also the plan's `options`. */
  readonly options: Options
  /** The nodes that a plan of this system begins with. */
  readonly nodes: readonly PlanNode[]
  readonly program: Program
  readonly client: ClientPolicy
  /** What `op.do` may say; nothing listed means anything. */
  readonly operations: readonly string[]
  /**
   * What's wrong with the arguments of an operation: a name, a level or a concern that this system doesn't know. A plan
   * that asks for it is refused before it runs, so that a slip never looks like an answer that didn't come.
   */
  readonly misasked?: (op: Op, where: string) => readonly Problem[]
  /**
   * With it the engine tells every node who can be reached, so many milliseconds after each change: the handler
   * `oracle` is called with `{ [node]: boolean }`. A stand-in for failure detection where its chatter would drown the rest.
   */
  readonly oracleMs?: Ms
  /**
   * Names of what its nodes say to each other, answers too, that `weather` may drop, hold and duplicate. Where
   * none are given, they are those that are heard in calm weather.
   */
  readonly messages?: readonly string[]
  /** What `level` may say in a read, write or delete. */
  readonly levels: readonly Level[]
}

/** How a client behaves, as a database driver would. */
export interface ClientPolicy {
  /** How long it waits for one coordinator. */
  readonly timeoutMs: Ms
  /** How often it asks another one after that; the write keeps its timestamp. */
  readonly retries: number
  /**
   * For so long a coordinator that didn't answer is asked only when there's no other, as a driver does that keeps
   * connections to several nodes; 0 or nothing for a client that remembers nothing.
   */
  readonly avoidMs?: Ms
  /** Operations that it waits for without end: a command at a node is no query. */
  readonly patient?: readonly string[]
  /** Its clock stamps what it asks: `timestamp` (microseconds) is added to the arguments, as most drivers do. */
  readonly stamps: boolean
  /**
   * It looks for the node that may answer, as the driver of a leader-based system must: an answer `{error, redirect}`
   * says that nothing was done (or, with `maybe`, that nobody knows) and who to ask instead; null for "look around".
   * It adds to each operation's arguments a `statement`, by which a node knows an attempt from its repetition.
   */
  readonly seeks?: Seeking
}

/** A system and a plan: all that a run needs. */
export interface Scenario<S = unknown> {
  readonly system: S
  readonly plan: Plan
}

/** How much of a run is kept; see {@link RunOptions}. */
export type RecordLevel = 'none' | 'trace' | 'states'

/** How a scenario is run. */
export interface RunOptions {
  /** 'none': history, marks, counters, final states. 'trace': also every event. 'states': also every state. */
  readonly record?: RecordLevel
  /** The run ends ('budget') after so many steps; 1,000,000 when left out. */
  readonly budget?: number
  /** Freezes what programs hand over, so that a change in place is an error at its line. For learners' programs. */
  readonly freeze?: boolean
  /**
   * Ends the run once what's stored can't change any more: for checks that look at what was written and at the end alone. Reads
   * may stay open then, and messages aren't weighed.
   */
  readonly untilRest?: Rest | undefined
  /** Plays the run as it was up to a moment, and with other luck from then on. */
  readonly rewind?: Rewind
}

/** When a run may end before its time. */
export interface Rest {
  /** When the last entry of the plan comes that may change what's looked at. */
  readonly afterMs: Ms
  /** How long after that, or after the last answer to an operation that isn't a read, anything may still be on its way. */
  readonly slackMs: Ms
  /** It's looked at only where nothing at all happens for so long; 0: now and then. */
  readonly pauseMs: Ms
  /** Whether what's looked at of these nodes can no longer change, now that no client waits for anything but a read. */
  isAtRest(nodes: readonly NodeState[]): boolean
}

/**
 * Another future of a run. Whatever happens up to `atMs` stays as it was. Every draw after it is another one, keyed by
 * `seed`, and a message takes anything from half of the least time its link may take to twice the greatest.
 */
export interface Rewind {
  /** -1 for a run that is another one from its first moment. */
  readonly atMs: Ms
  /** A whole number from 0 to 2^32 - 1. */
  readonly seed: number
}

/** A node as it is at the end of a run, or after one of its events. */
export interface NodeState {
  readonly up: boolean
  readonly memory: any
  readonly disk: any
}

/** What happened. */
export interface Run {
  readonly plan: Plan
  /** 'quiet': nothing was left to do; 'until': the plan's time is over; 'error': the last event of the trace says why. */
  readonly ended: 'quiet' | 'until' | 'budget' | 'error'
  /** What went wrong, with the line in its stack; only with ended 'error'. */
  readonly error: Error | undefined
  readonly history: readonly Operation[]
  readonly marks: ReadonlyMap<string, number>
  readonly counters: Counters
  /** Empty with record 'none'. */
  readonly trace: readonly Event[]
  readonly final: ReadonlyMap<NodeId, NodeState>
  /** The state of every node after event `index`; needs record 'states'. */
  stateAt(index: number): ReadonlyMap<NodeId, NodeState>
  /** 16 hex digits, the same for the same plan in every browser and at every record level. */
  hash(): string
}

/** What a run has cost. */
export interface Counters {
  /** Messages put on a link; what a node tells itself isn't counted. */
  readonly messages: number
  readonly bytes: number
  /** Steps taken: deliveries, timers, operations, faults. */
  readonly events: number
}

/**
 * One thing a client asked for. `return: null` means that no definite answer came: it may have happened, or may
 * still happen; `output` is then undefined. An output `{error}` is a definite refusal.
 */
export interface Operation {
  /** Of the plan's operation; a history recorded elsewhere may have none. */
  readonly id?: string
  readonly client: ClientId
  readonly do: string
  readonly input: Json
  readonly output: Json | undefined
  readonly call: Ms
  readonly return: Ms | null
}

/** One event at one node. `cause` is the index of the event that led to it, -1 for what the plan itself did. */
export type Event = {
  readonly index: number
  readonly at: Ms
  readonly node: NodeId | ClientId
  readonly cause: number
} & (
  | {
      /** A message leaves `node`, reaches `node`, or is lost on its way to `node`. */
      readonly type: 'send' | 'receive' | 'lost'
      readonly message: MessageAddress
      readonly name: string
      readonly args: any
      readonly bytes: number
      readonly why?: LossReason
    }
  | { readonly type: 'call' | 'return'; readonly op: string; readonly value: Json | undefined }
  | { readonly type: 'timer' | 'boot' | 'crash' | 'pause' | 'resume' | 'sync' }
  | { readonly type: 'fault'; readonly fault: string; readonly applied: boolean }
  | { readonly type: 'note' | 'mark' | 'error'; readonly text: string; readonly data?: Json }
)

/** Why a message never arrived: chance, a cut, a node that's down, a full queue, or a fault of the plan. */
export type LossReason = 'loss' | 'cut' | 'down' | 'full' | 'plan'
