import type { StateLine } from '#engine/face/face.ts'
import type { Clock, Counters, Event, Json, LossReason, Ms, NodeId, Run } from '#engine/core/types.ts'

/** Everything that a picture and a text of a run need, as plain JSON: no class, no function, nothing undefined. */
export interface RunOutline {
  /** The run's hash: 16 hex digits. */
  readonly hash: string
  /** The registered system, or 'cell'. */
  readonly system: string
  readonly ended: Run['ended']
  /** What went wrong, where the run ended with an error. */
  readonly error?: string
  /** When the plan ends the run at the latest, and when the last thing happened. */
  readonly untilMs: Ms
  readonly endMs: Ms
  readonly nodes: readonly OutlinedNode[]
  readonly clients: readonly OutlinedClient[]
  /** What happened, step by step; chatter in the background and timers that led to nothing are only counted. */
  readonly steps: readonly Step[]
  /** Between two participants; what a node tells itself is no message. */
  readonly messages: readonly OutlinedMessage[]
  readonly chatter: readonly Chatter[]
  readonly outages: readonly Outage[]
  readonly cuts: readonly Cut[]
  readonly clocks: readonly ClockChange[]
  readonly operations: readonly OutlinedOperation[]
  /** Each node's state, whenever it looked different; empty when no states were recorded. Sorted by index. */
  readonly states: readonly StateVersion[]
  readonly marks: { readonly [name: string]: number }
  readonly counters: Counters
}

/** A node of the plan. */
interface OutlinedNode {
  readonly id: NodeId
  readonly datacentre?: string
  /** Not there from the start. */
  readonly absent?: boolean
  readonly clock?: Clock
}

/** A client of the plan. */
interface OutlinedClient {
  readonly id: string
  readonly near?: NodeId
  readonly clock?: Clock
}

/**
 * All that one participant did at one moment for one reason. `index` is the last event of it, by which figures, links
 * and `stateAt` name the moment after it; `from` the first.
 */
export interface Step {
  readonly index: number
  readonly from: number
  readonly at: Ms
  readonly node: string
  /** The step that led here: the `index` of it, -1 for what the plan did. */
  readonly cause: number
  /** What began it. */
  readonly type: Event['type']
  /** The plan's fault that struck, where it was one. */
  readonly fault?: string
  /** In words, a sentence or several. */
  readonly text: string
  /** The keys of the messages that it sends, and of the one that ends with it. */
  readonly sends: readonly string[]
  readonly ends: readonly string[]
  readonly marks: readonly string[]
}

/** A message from its sending to its end. */
export interface OutlinedMessage {
  /** Unique in the run: the address, and ' again' for a copy that arrived. */
  readonly key: string
  readonly address: string
  readonly name: string
  /** What people call it: "store", "answer to store". */
  readonly called: string
  readonly from: string
  readonly to: string
  readonly isReply: boolean
  readonly sentAt: Ms
  readonly sentIndex: number
  /** When it arrived or was lost; the end of the run for one that is on its way still. */
  readonly endAt: Ms
  /** -1 for one that is on its way when the run ends. */
  readonly endIndex: number
  readonly fate: 'received' | 'lost' | 'on the way'
  readonly why?: LossReason
  readonly bytes: number
  /** What it carries, in a few words. */
  readonly says: string
  /** What it carries, as text in lines, cut off where it is long. */
  readonly args: string
}

/** Messages that say nothing new (gossip, heartbeats), counted between two steps. */
export interface Chatter {
  /** Since this moment, up to and with the other. */
  readonly from: Ms
  readonly to: Ms
  readonly messages: number
}

/** A time in which a node couldn't act. */
export interface Outage {
  readonly node: NodeId
  readonly state: 'down' | 'paused'
  readonly from: Ms
  readonly fromIndex: number
  /** Null when it lasted to the end. */
  readonly to: Ms | null
  readonly toIndex: number | null
}

/** A time in which some couldn't reach others. */
export interface Cut {
  readonly fault: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly oneWay: boolean
  readonly at: Ms
  readonly index: number
  readonly healedAt: Ms | null
  readonly healedIndex: number | null
}

/** A clock that isn't right, from the start (index -1) or from a moment on. */
export interface ClockChange {
  readonly of: string
  readonly at: Ms
  readonly index: number
  /** "2 s fast", "300 ms slow", "right", "right, gaining 50 ms a second". */
  readonly text: string
}

/** What a client asked for, and what came of it. */
export interface OutlinedOperation {
  readonly id: string
  readonly client: string
  readonly do: string
  readonly input: Json
  readonly call: Ms
  readonly callIndex: number
  /** When the client stopped waiting; null when it still does at the end of the run. */
  readonly end: Ms | null
  readonly endIndex: number | null
  /** 'unknown': no definite answer came, so it may have happened. */
  readonly answer: 'yes' | 'refused' | 'unknown'
  /** "write row 3 = no nuts, QUORUM" and "ok". */
  readonly asked: string
  readonly answered: string
}

/** From event `index` on the node looked like this. */
export interface StateVersion {
  readonly index: number
  readonly node: NodeId
  readonly state: NodeOutline
}

/** One node at one moment, in lines for people. */
export interface NodeOutline {
  readonly up: boolean
  readonly lines: readonly StateLine[]
}

export type { StateLine }
