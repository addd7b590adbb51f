import type { Message } from './message.ts'
import type { Effect } from './effect.ts'
import type { ProgramNode } from './program-node.ts'
import type { Reply } from './types.ts'

/** A generator that the engine resumes: a handler that waits, or what `spawn` started. A crash forgets it. */
export class RunningTask {
  readonly node: ProgramNode
  /** The boot it belongs to; another boot of the node means that it is dead. */
  readonly boot: number
  readonly generator: Iterator<unknown, unknown, unknown>
  /** What to answer when it returns. */
  readonly message: Message | undefined
  path: number
  /** How often it has waited; a wake-up for an earlier wait is stale. */
  waits = 0
  /** The call it waits for. */
  pending: PendingCall | undefined = undefined

  constructor(
    node: ProgramNode,
    generator: Iterator<unknown, unknown, unknown>,
    message: Message | undefined,
    path: number,
  ) {
    this.node = node
    this.boot = node.boots
    this.generator = generator
    this.message = message
    this.path = path
  }
}

/** A call or quorum that waits for answers; over when its task waits for something else, or is dead. */
export class PendingCall {
  readonly task: RunningTask
  readonly effect: Effect
  readonly replies: Reply[] = []

  constructor(task: RunningTask, effect: Effect) {
    this.task = task
    this.effect = effect
  }
}

/** A moment of the plan, or of a client: a fault strikes, an operation begins, a client's patience ends. */
export interface Moment {
  readonly kind: 'moment'
  readonly path: number
  /** It's no longer needed, and is skipped. */
  isOver(): boolean
  act(): void
}
