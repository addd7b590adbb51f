import type { Name } from './names.ts'
import type { MessageAddress } from './types.ts'

/** Who waits for an answer. A message only carries it there and back: who asked knows what it is. */
export type Caller = object

/** What puts messages on their way. */
export interface Post {
  post(
    from: number,
    to: number,
    name: Name,
    args: unknown,
    call: Caller | undefined,
    isReply: boolean,
    path: number,
    cause: number,
  ): void
}

/** What is on its way from one participant to another. Participants are numbers: nodes first, then clients. */
export class Message {
  readonly kind = 'message'
  readonly from: number
  readonly to: number
  readonly name: Name
  readonly args: unknown
  /** Who waits for the answer: the answer carries it back. Undefined where nobody waits. */
  readonly call: Caller | undefined
  readonly isReply: boolean
  readonly path: number
  readonly bytes: number
  /** Index of its `send` event. */
  cause = -1
  /** Empty where nobody needs it: without a trace, and without a fault that aims at a message. */
  address: MessageAddress = ''
  /** The boot of a busy node in which it has waited for its turn; 0 before that. */
  servedIn = 0

  constructor(
    from: number,
    to: number,
    name: Name,
    args: unknown,
    call: Caller | undefined,
    isReply: boolean,
    path: number,
    bytes: number,
  ) {
    this.from = from
    this.to = to
    this.name = name
    this.args = args
    this.call = call
    this.isReply = isReply
    this.path = path
    this.bytes = bytes
  }
}
