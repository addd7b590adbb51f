import type { Json, Ms, NodeId, Op } from './plan.ts'

/** An operation that a client waits for: what its driver may look at and change. */
export interface Waiting {
  readonly op: Op
  /** How often it was asked again; -1 once nothing is waited for any more. */
  attempt: number
  /** Index of the event that led to the next attempt. */
  cause: number
  /** Some attempt may have been carried out. */
  maybe: boolean
  /** When it began, and the answer it has; `return` is null until then. */
  readonly record: { readonly call: Ms; output: Json | undefined; return: Ms | null }
  /** Who didn't answer, and when the last of them was given up. */
  readonly mute: readonly NodeId[]
  readonly mutedAt: Ms
}

/** What a client does for its driver. */
export interface Seat {
  /** The time of the run, which the recorder writes. */
  readonly now: Ms
  /** How long `ms` of the client's clock takes. */
  duration(ms: Ms): Ms
  /** Asks a node, or the next in turn. */
  ask(open: Waiting, named?: NodeId): void
  /** Does it after `ms`, unless the operation has moved on in the meantime. */
  after(open: Waiting, ms: Ms, act: () => void): void
  /** Nothing is waited for any more: the client has this answer, or none. */
  close(open: Waiting, cause: number, answer?: Json): void
}

/** A driver that goes where the answers send it: what it adds to a client that asks one node after another. */
export interface Driver {
  /** The arguments as they're sent. */
  argsOf(op: Op): Json
  /** What the client is told; undefined where another node is asked instead. `isLatest`: it answers the last attempt. */
  heard(open: Waiting, answer: Json, isLatest: boolean, cause: number): Json | undefined
  /** Who is asked first, where the driver knows. */
  firstFor(op: Op): NodeId | undefined
  /** A node didn't answer. */
  lost(node: NodeId): void
  /** Whether it's for the node that it names, and for no other. */
  isCommand(op: Op): boolean
}

/** How a driver of a leader-based system looks for the node that may answer. */
export interface Seeking {
  /** The driver itself: `seekingDriver` of `core/seeking.ts`. A system without one needn't carry it. */
  readonly driver: (seeking: Seeking, retries: number, seat: Seat) => Driver
  /** Whether only the leader can answer; then it is asked that was named as the leader last. */
  needsLeader(operation: string, args: Json): boolean
  /**
   * Commands for one node: where the operation names a coordinator, the client is connected to that node alone, so a
   * refusal is the answer, and no other node is asked.
   */
  readonly commands?: readonly string[]
  /** How long it looks for a node that answers. */
  readonly selectionMs: Ms
  /** How long it waits before it looks again. */
  readonly pauseMs: Ms
}
