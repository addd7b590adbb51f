import type { Asking } from './client.ts'
import type { Name } from './names.ts'
import type { PendingCall } from './task.ts'
import type { MessageAddress } from './types.ts'

/** What is on its way from one participant to another. Participants are numbers: nodes first, then clients. */
export class Message {
  readonly kind = 'message'
  readonly from: number
  readonly to: number
  readonly name: Name
  readonly args: unknown
  /** Who waits for the answer: the answer carries it back. Undefined where nobody waits. */
  readonly call: PendingCall | Asking | undefined
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
    call: PendingCall | Asking | undefined,
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
