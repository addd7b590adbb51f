import type { NodeId } from '../core/types.ts'
import { isUp, memberOf, memberViewOf, whyNotElectable } from './members.ts'
import { isAtLeast, type OpTime } from './optime.ts'
import { remember, type SetNode, type TakeoverReason } from './state.ts'
import { randomOffset } from './timer.ts'

/** Only a member that's no further behind than this takes over. (priorityTakeoverFreshnessWindowSeconds) */
const freshWithinMs = 2_000

/**
 * The primary answered a heartbeat. A member of higher priority than the primary's plans to run against it, after the
 * election timeout times its rank plus one: the highest goes first. Its rank is how many members have a higher priority
 * than it. A member that is ahead of a primary that still catches up plans to run after 30 s, or sooner for its priority
 * when that's the highest. Whether it may run is asked when the time comes, so a member that may not plans again and again.
 * (TopologyCoordinator::_shouldTakeOverPrimary; ReplSetConfig::calculatePriorityRank)
 */
export function considerTakeover(node: SetNode): void {
  const { memory, options } = node
  if (memory.takeoverAtMs !== Infinity || memory.primary === undefined || memory.primary === node.id) return
  const own = memberOf(node).priority
  const rank = Object.values(options.members).filter(({ priority }) => priority > own).length
  const isHigher = own > memberOf(node, memory.primary).priority
  const isAhead = options.catchUpTakeoverMs >= 0 && isAheadOfCatchingUp(node, memory.primary)
  if (own === 0 || (!isHigher && !isAhead)) return
  const takeover: TakeoverReason =
    isAhead && !(isHigher && rank === 0) ? 'catch-up takeover' : 'higher priority'
  const waitMs =
    takeover === 'catch-up takeover'
      ? options.catchUpTakeoverMs
      : options.electionTimeoutMs * (rank + 1) + randomOffset(node)
  remember(node, { takeover, takeoverAtMs: node.now() + waitMs })
}

/**
 * A member has written in this term, so its primary has caught up: a catch-up takeover that was planned is called off.
 * (ReplicationCoordinatorImpl::_handleHeartbeatResponse)
 */
export function callOffTakeover(node: SetNode, written: OpTime): void {
  const { takeover, takeoverAtMs, term } = node.memory
  if (takeover === 'catch-up takeover' && takeoverAtMs !== Infinity && written.term === term) {
    remember(node, { takeoverAtMs: Infinity })
  }
}

/** Whether the member may run just now for the reason that it planned to. (TopologyCoordinator::_getMyUnelectableReason) */
export function mayTakeOver(node: SetNode, reason: TakeoverReason): boolean {
  const { primary } = node.memory
  if (primary === undefined || primary === node.id || whyNotElectable(node) !== undefined) return false
  const latest = latestKnown(node)
  if (reason === 'catch-up takeover') {
    return isAtLeast(node.disk.last, latest) && isAheadOfCatchingUp(node, primary)
  }
  const { last, oplog } = node.disk
  const behindMs = memberViewOf(node, primary).lastWallMs - (oplog.get(last.index)?.wallMs ?? 0)
  return last.term === latest.term && behindMs <= freshWithinMs
}

/** The primary has written nothing in its own term yet, and is missing what this member has. */
function isAheadOfCatchingUp(node: SetNode, primary: NodeId): boolean {
  const { last } = node.disk
  return last.term !== node.memory.term && !isAtLeast(memberViewOf(node, primary).written, last)
}

/** The last entry of the member that's furthest ahead among those that are up, this one included. */
function latestKnown(node: SetNode): OpTime {
  return node.others
    .filter((id) => isUp(node, id))
    .map((id) => memberViewOf(node, id).written)
    .reduce<OpTime>((latest, one) => (isAtLeast(latest, one) ? latest : one), node.disk.last)
}
