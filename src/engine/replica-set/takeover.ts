import { isUp, memberOf, viewOf, whyNotElectable } from './members.ts'
import { isAtLeast } from './optime.ts'
import { remember, type SetNode } from './state.ts'
import { randomOffset } from './timer.ts'

/** Only a member that's no further behind than this takes over. (priorityTakeoverFreshnessWindowSeconds) */
const freshWithinMs = 2_000

/** Why a member runs against a primary that is up. */
export type TakeoverReason = 'higher priority' | 'catch-up takeover'

/**
 * A member of higher priority than the primary's plans to run against it, after the election timeout times its rank plus
 * one: the highest goes first. Its rank is how many members have a higher priority than it. A member that is ahead of a
 * primary that still catches up runs after 30 s.
 * (Replication Internals, "Heartbeats": priority takeover, catchup takeover; ReplSetConfig::calculatePriorityRank)
 */
export function considerTakeover(node: SetNode): void {
  if (node.memory.takeoverAtMs !== Infinity) return
  const reason = reasonToTakeOver(node)
  if (reason === undefined) return
  const { electionTimeoutMs, catchUpTakeoverMs, members } = node.options
  const own = memberOf(node).priority
  const rank = Object.values(members).filter(({ priority }) => priority > own).length
  const waitMs =
    reason === 'catch-up takeover' ? catchUpTakeoverMs : electionTimeoutMs * (rank + 1) + randomOffset(node)
  remember(node, { takeoverAtMs: node.now() + waitMs })
}

/** The reason and the right that it has to take over just now, if it has both. */
export function reasonToTakeOver(node: SetNode): TakeoverReason | undefined {
  const { primary } = node.memory
  if (primary === undefined || primary === node.id || !isUp(node, primary)) return undefined
  if (whyNotElectable(node) !== undefined) return undefined
  if (isAheadOfCatchingUp(node, primary)) return 'catch-up takeover'
  if (memberOf(node).priority <= memberOf(node, primary).priority) return undefined
  const { disk } = node
  const behindMs = viewOf(node, primary).lastWallMs - (disk.oplog.get(disk.last.index)?.wallMs ?? 0)
  return behindMs <= freshWithinMs ? 'higher priority' : undefined
}

/**
 * The primary has written nothing in its term yet and is missing what this member has; no member has more than this one.
 * (TopologyCoordinator, amIFreshEnoughForCatchupTakeover)
 */
function isAheadOfCatchingUp(node: SetNode, primary: string): boolean {
  const { memory, disk, options, others } = node
  if (options.catchUpTakeoverMs < 0 || disk.last.term === memory.term) return false
  if (others.some((id) => !isAtLeast(disk.last, viewOf(node, id).written))) return false
  return !isAtLeast(viewOf(node, primary).written, disk.last)
}
