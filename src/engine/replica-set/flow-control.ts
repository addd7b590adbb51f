import type { Task } from '../core/types.ts'
import { isAtLeast } from './optime.ts'
import { remember, type SetNode } from './state.ts'

/** Flow control looks at the lag from this part of the target on (flowControlThresholdLagPercentage). */
const threshold = 0.5

/**
 * When the majority falls too far behind, the primary hands out tickets, which limit the writes a second until the
 * commit point has caught up. (Flow control, on by default since 4.2; Replication Internals)
 */
export function* slowedDown(node: SetNode): Task<void> {
  if (lagMs(node) < threshold * node.options.flowControlLagMs) return
  node.mark('slowed by flow control')
  const at = Math.max(node.now(), node.memory.ticketAtMs)
  remember(node, { ticketAtMs: at + Math.ceil(1_000 / node.options.flowControlTickets) })
  yield* node.sleep(at - node.now())
}

/** How long the oldest write that no majority has yet has been waiting, in ms. */
function lagMs(node: SetNode): number {
  const { disk, memory } = node
  if (isAtLeast(memory.commitPoint, disk.last)) return 0
  const oldest = disk.oplog.get(memory.commitPoint.index + 1)
  return oldest === undefined ? 0 : node.now() - oldest.wallMs
}
