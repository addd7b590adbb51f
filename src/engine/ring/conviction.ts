import type { NodeId, Task } from '../core/types.ts'
import { watching } from './membership.ts'
import { isAlive, type RingNode } from './state.ts'

/**
 * Waits for a node that counts as down until the suspicion has doubled: to break off what takes long, more certainty is
 * asked for than to send a request elsewhere. False when it's back before that, or `isOver`. (RepairSession.convict,
 * StreamSession.convict.)
 */
export function* isConvicted(node: RingNode, id: NodeId, isOver: () => boolean): Task<boolean> {
  const { membership, gossipMs, oracleMs } = node.options
  const stepMs = membership === 'gossip' ? gossipMs : Math.max(1, oracleMs)
  for (;;) {
    if (yield* node.until(() => isOver() || isAlive(node, id), stepMs)) return false
    if (membership === 'oracle') return true
    if ((watching().suspicion(node, id) ?? Infinity) > 2) return true
  }
}
