import type { Ms, NodeId, Wait } from './types.ts'

/** What an effect needs to know of the node that it was made at. */
export interface EffectNode {
  readonly boots: number
  readonly up: boolean
  waiting: Effect | undefined
}

/** What it needs to know of the task that waits for it. */
export interface EffectTask {
  readonly boot: number
  readonly waits: number
  readonly path: number
}

/** What a program waits for: time, the disk, one answer, several, or a condition. */
export type EffectKind = 'sleep' | 'sync' | 'call' | 'quorum' | 'until'

/**
 * What `node.sleep`, `until`, `sync`, `call`, `quorum` return: an iterator that hands itself to the engine when `yield*` first
 * asks it, and gives the result back when it is asked again. It isn't a generator function, and it is its own answer
 * to `next`, because one object costs less than four.
 */
export class Effect implements Wait<unknown>, Iterator<unknown, unknown> {
  readonly kind: EffectKind
  readonly node: EffectNode
  /** Which effect of the run it is. */
  readonly serial: number
  /** How long to sleep, or the timeout; -1 for none. */
  readonly ms: Ms
  readonly to: readonly NodeId[]
  readonly need: number
  readonly name: string
  readonly args: unknown
  started = false
  /** What `next` answers: first the effect itself, then what was waited for. */
  value: unknown = undefined
  done = false
  /** The task that waits, and which of its waits this is; it stays in the queue until then. */
  task: EffectTask | undefined = undefined
  turn = 0
  /** The event that the wait began in. */
  cause = -1
  /** What `disk` was when a sync began. */
  disk: unknown = undefined
  /** Where it was made; filled in only when a run is repeated to find that out. */
  origin: Error | undefined = undefined

  constructor(
    kind: EffectKind,
    node: EffectNode,
    serial: number,
    ms: Ms,
    to: readonly NodeId[],
    need: number,
    name: string,
    args: unknown,
  ) {
    this.kind = kind
    this.node = node
    this.serial = serial
    this.ms = ms
    this.to = to
    this.need = need
    this.name = name
    this.args = args
  }

  get wait(): this {
    return this
  }

  /** The task went on without it, or died: nothing is left to wake. */
  isOver(): boolean {
    const { task, node } = this
    return task === undefined || task.waits !== this.turn || task.boot !== node.boots || !node.up
  }

  next(value?: unknown): this {
    this.value = this.started ? value : this
    this.done = this.started
    if (!this.started) this.node.waiting = undefined
    this.started = true
    return this
  }

  return(value: unknown): IteratorResult<unknown, unknown> {
    return { value, done: true }
  }

  throw(error: unknown): never {
    throw error
  }

  [Symbol.iterator](): this {
    return this
  }
}
