import type { Json, Ms, NodeId } from './plan.ts'

/* eslint-disable @typescript-eslint/no-explicit-any --
   reason: what a node says and stores is typed by its system; `any` at this one boundary keeps small programs readable */

/** What a task hands to the engine when it waits. Made by the effects of {@link Node} alone. */
export interface Wait<T> {
  readonly wait: T
}

/** Something that takes virtual time: write `yield*` before it. Each `yield*` is a place where the world may move. */
export type Task<T> = Generator<Wait<unknown>, T, any>

/** The answer to a call, as a value: nothing is thrown across `yield*`. */
export type Reply =
  | { readonly ok: true; readonly from: NodeId; readonly value: any }
  | { readonly ok: false; readonly from: NodeId; readonly reason: 'timeout' | 'unavailable' }

/** Everything that a program may touch. */
export interface Node {
  readonly id: NodeId
  /** Every other node of the plan, those that haven't joined yet included, in plan order. */
  readonly others: readonly NodeId[]
  /** The system's options, as parsed. */
  readonly options: any
  /** How often it has booted: 1 the first time. */
  readonly boots: number
  /** Dies in a crash. Replaced, never changed in place. */
  memory: any
  /** Of this, what was synced survives a crash with 'lose-unsynced'. Replaced, never changed in place. */
  disk: any
  /** What this node's clock shows, in whole milliseconds. */
  now(): Ms
  /** A timestamp of this node's clock in microseconds; every call gives a later one. No two clocks in step tie. */
  timestamp(): number
  /** From 0 (included) to 1 (excluded); keyed by what led here, not by what else is happening. */
  random(): number
  pick<T>(from: readonly T[]): T
  send(to: NodeId, name: string, args: any): void
  /** Sends, then waits for the answer. Without `timeout`, waits forever. */
  call(to: NodeId, name: string, args: any, timeout?: Ms): Task<Reply>
  /**
   * Sends to all and waits until `need` have answered or the time is over. Gives the answers in the order of
   * arrival; after a timeout also one `ok: false` for each node that was silent.
   */
  quorum(to: readonly NodeId[], need: number, name: string, args: any, timeout?: Ms): Task<readonly Reply[]>
  sleep(ms: Ms): Task<void>
  /** Waits until this node's own steps have made the condition true, or the time is over; answers whether it is true. */
  until(condition: () => boolean, timeout?: Ms): Task<boolean>
  /** When it is over, all that was in `disk` at its start survives a power cut. */
  sync(): Task<void>
  /** Starts a task beside this one; a crash ends both. */
  spawn(task: () => Task<void>): void
  /**
   * Whether what others send reaches it: a node that starts up, or is being replaced, hears answers alone, and isn't
   * taken to be up. Open at every boot.
   */
  listen(open: boolean): void
  /** Ends this process once the step is over, and says why. Memory and tasks are gone, and `disk` stays as it is. */
  halt(why: string): void
  /** Says something in the trace. */
  note(text: string, data?: Json): void
  /** Counts that something happened; seen at every record level. `data` stands beside it in the trace alone. */
  mark(name: string, data?: Json): void
}

/** A value is the answer; a generator may wait first and return it; a promise is an error. */
export type Handler = (args: any, from: NodeId) => any

/** Called again at every boot; the handler `start` runs then. */
export type Program = (node: Node) => { readonly [name: string]: Handler }
