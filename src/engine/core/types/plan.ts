/** A value that survives JSON unchanged. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** The name of a node, unique in its plan: 'A', 'B', 'kitchen-3'. */
export type NodeId = string

/** The name of a client, unique in its plan and different from every node's. */
export type ClientId = string

/** Whole milliseconds of virtual time, counted from the start of the run. */
export type Ms = number

/**
 * The only input of a run: one plain JSON value. The same plan always gives the same run, and everything a reader
 * can do to a run (crash a node, hold a message, try another seed) is an edit of its plan.
 */
export interface Plan {
  readonly v: 1
  /** A registered system, or 'cell' for a learner's own program. */
  readonly system: string
  /** Every draw of the run (latency, loss, choice of peer) depends on it. A whole number from 0 to 2^32 - 1. */
  readonly seed: number
  /** The run ends at this moment at the latest. */
  readonly until: Ms
  /** All nodes that ever exist, those that join later marked `absent`. */
  readonly nodes: readonly PlanNode[]
  readonly clients: readonly PlanClient[]
  readonly net: Network
  /** Parsed by the system. */
  readonly options: Json
  readonly ops: readonly Op[]
  readonly faults: readonly Fault[]
}

/** A node as a plan names it. */
export interface PlanNode {
  readonly id: NodeId
  readonly datacentre?: string
  readonly rack?: string
  /** Not there from the start: an operation `join` brings it in. */
  readonly absent?: boolean
  readonly clock?: Clock
  /** Time that the node needs for each message it handles; 0 when left out. */
  readonly serviceMs?: Ms
  /** Messages that may wait while the node is busy or paused; one more is lost ('full'). No bound when left out. */
  readonly queue?: number
}

/** A client as a plan names it. */
export interface PlanClient {
  readonly id: ClientId
  /** The coordinator that this client asks first; it also shares that node's datacentre. */
  readonly near?: NodeId
  readonly clock?: Clock
}

/** A clock shows `time + offsetMs + time x driftPpm / 1,000,000`. */
export interface Clock {
  readonly offsetMs: Ms
  readonly driftPpm?: number
}

/** How all links behave that no {@link Link} speaks of. */
export interface Network {
  /** 'link': messages of one link arrive in the order they were sent; 'any': each takes its own time. */
  readonly order: 'link' | 'any'
  /** Chance, 0 to 1, that a message is lost. */
  readonly loss: number
  /** Chance, 0 to 1, that a message arrives twice. */
  readonly duplicate: number
  /** Least and greatest time on the way; each message draws its own. */
  readonly latency: readonly [Ms, Ms]
  /** What a link carries in a millisecond; without it size costs no time. 12,500 is 100 Mbit/s. */
  readonly bytesPerMs?: number
  /** What differs on single links or between datacentres; one direction each, later entries win. */
  readonly links?: readonly Link[]
}

/** One direction of a link that differs from the network's usual. */
export interface Link {
  /** A node, a client or a datacentre. */
  readonly from: string
  readonly to: string
  readonly latency?: readonly [Ms, Ms]
  readonly bytesPerMs?: number
  readonly loss?: number
}

/**
 * What a client asks of the system: read, write, delete, join, leave, repair ... Both databases take
 * {@link KeyInput} for read, write, delete and answer with {@link KeyOutput}.
 */
export interface Op {
  readonly id: string
  readonly at: Ms
  readonly client: ClientId
  /** The node that is asked; without it the client finds one. */
  readonly coordinator?: NodeId
  readonly do: string
  readonly args: Json
}

/** Arguments of read, write and delete. `timestamp` (microseconds) is only for plans that want a tie or an old write. */
export interface KeyInput {
  readonly key: string
  readonly value?: Json
  readonly level?: string
  readonly timestamp?: number
}

/**
 * Answers to read, write and delete. `value` is null where there is none. An `error` is a definite refusal: nothing
 * was done; whatever may have been done is an {@link Operation} whose `return` is null.
 */
export type KeyOutput =
  { readonly value: Json } | { readonly ok: true } | { readonly error: string; readonly [more: string]: Json }

/** 'A>B write#3': the third message named write from A to B. An answer is named after its question: 'B>A write reply#3'. */
export type MessageAddress = string

/**
 * What a crash leaves of a disk: all that the program wrote; what it had handed to its files when the process was killed
 * (kill -9); what was synced when the power went; nothing.
 */
export type DiskFate = 'keep' | 'kill' | 'lose-unsynced' | 'wipe'

/** Something that goes wrong, or is put right, at one moment of the plan. */
export type Fault = { readonly id: string; readonly at: Ms } & (
  | { readonly do: 'crash'; readonly node: NodeId; readonly disk: DiskFate }
  | { readonly do: 'restart' | 'pause' | 'resume'; readonly node: NodeId }
  | { readonly do: 'clock'; readonly of: NodeId | ClientId; readonly clock: Clock }
  | {
      /** Both ways unless `oneWay`: then only what goes from `from` to `to`. Clients may be named too. */
      readonly do: 'cut' | 'mend'
      readonly from: readonly string[]
      readonly to: readonly string[]
      readonly oneWay?: boolean
    }
  | {
      /** Aims at one message. `hold` delays it by `byMs`; `duplicate` sends a copy `byMs` after the first. */
      readonly do: 'drop' | 'duplicate' | 'hold'
      readonly message: MessageAddress
      readonly byMs?: Ms
    }
)
