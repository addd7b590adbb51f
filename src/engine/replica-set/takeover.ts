import { memberOf, viewOf, whyNotElectable } from './members.ts'
import { remember, type SetNode } from './state.ts'
import { randomOffset } from './timer.ts'

/** Only who is no further behind than this takes over. (priorityTakeoverFreshnessWindowSeconds) */
const freshWithinMs = 2_000

/**
 * A member of higher priority than the primary's plans to run against it, after the election timeout times its rank plus one:
 * the highest goes first. Its rank is how many members have a higher priority than it.
 * (Replication Internals, "Heartbeats": priority takeover; ReplSetConfig::calculatePriorityRank)
 */
export function considerTakeover(node: SetNode): void {
  if (node.memory.takeoverAtMs !== Infinity || !mayTakeOver(node)) return
  const { electionTimeoutMs, members } = node.options
  const own = memberOf(node).priority
  const rank = Object.values(members).filter(({ priority }) => priority > own).length
  const waitMs = electionTimeoutMs * (rank + 1) + randomOffset(node)
  remember(node, { takeoverAtMs: node.now() + waitMs })
}

/** Whether it still has a reason and the right to take over. */
export function mayTakeOver(node: SetNode): boolean {
  const { primary } = node.memory
  if (primary === undefined || primary === node.id) return false
  if (memberOf(node).priority <= memberOf(node, primary).priority) return false
  const { disk } = node
  const behindMs = viewOf(node, primary).lastWallMs - (disk.oplog.get(disk.last.index)?.wallMs ?? 0)
  return behindMs <= freshWithinMs && whyNotElectable(node) === undefined
}
