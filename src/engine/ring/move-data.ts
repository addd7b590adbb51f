import type { NodeId, Reply, Task } from '../core/types.ts'
import { isConvicted } from './conviction.ts'
import { isAlive, type RingNode } from './state.ts'

/** A stream on which nothing arrives for two keep-alives has failed. */
export const patienceMs = 600_000

/** Sends a stream, or asks for one, and waits for its end. It fails when the other end is declared dead. (StreamSession.convict.) */
export function* streamWith(node: RingNode, peer: NodeId, message: string, args: unknown): Task<Reply> {
  let reply: Reply | undefined
  node.spawn(function* () {
    reply = yield* node.call(peer, message, args, patienceMs)
  })
  const isOver = () => reply !== undefined
  for (;;) {
    yield* node.until(() => isOver() || !isAlive(node, peer))
    if (reply !== undefined) return reply
    if (yield* isConvicted(node, peer, isOver)) return { ok: false, from: peer, reason: 'unavailable' }
  }
}
