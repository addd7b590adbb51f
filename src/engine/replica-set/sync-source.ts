import type { NodeId } from '../core/types.ts'
import { isUp, memberOf, memberViewOf } from './members.ts'
import { compareOpTimes, isAtLeast } from './optime.ts'
import { remember, say, type SetNode } from './state.ts'

/** How long a source that didn't serve is left alone; one whose oplog is too short is left alone for longer. */
const deniedMs = 10_000
const tooStaleMs = 60_000

/** How often in an hour a source may be left for a nearer one. (maxNumSyncSourceChangesPerHour) */
const mostChanges = 3
const hourMs = 3_600_000

/**
 * Chooses the member to fetch from: the one with the shortest round trip among those that are up and hold data. A
 * secondary must be ahead of this member, and must not fetch from it. In a first attempt, a voter fetches only from
 * voters, and no member fetches from one that's more than 30 s behind the primary; if that leaves none, any source will
 * do. Without chaining only the primary serves, except to a primary that's catching up. (Replication Internals, "Sync
 * Source Selection"; TopologyCoordinator, two attempts)
 */
export function chooseSyncSource(node: SetNode): NodeId | undefined {
  const all = untriedSources(node)
  const good = all.filter((id) => isGood(node, id))
  const [best] = [...(good.length > 0 ? good : all)].sort(
    (one, other) => distance(node, one) - distance(node, other),
  )
  if (best !== undefined) return best
  // A primary that didn't serve is tried again if there's no other source.
  const { primary } = node.memory
  return primary !== undefined && primary !== node.id && mayServe(node, primary) ? primary : undefined
}

/** Those that may serve and didn't fail to a short while ago. */
export function untriedSources(node: SetNode): readonly NodeId[] {
  const { memory, options } = node
  const anyone = options.chaining || memory.role === 'primary'
  return node.others.filter(
    (id) =>
      (anyone || id === memory.primary) &&
      mayServe(node, id) &&
      (memory.denied[id] ?? -Infinity) <= node.now(),
  )
}

/** Compares round trips; of two members equally far away it prefers the primary, then the first in the set. */
function distance(node: SetNode, id: NodeId): number {
  return (memberViewOf(node, id).pingMs ?? 0) + (id === node.memory.primary ? -0.5 : 0)
}

function mayServe(node: SetNode, id: NodeId): boolean {
  const { memory, disk } = node
  const view = memberViewOf(node, id)
  if (memberOf(node, id).arbiter || !isUp(node, id)) return false
  if (id === memory.primary) return true
  if (view.role !== 'primary' && view.role !== 'secondary') return false
  // Two members that fetch from each other learn nothing, but a primary that's catching up does fetch from its
  // followers.
  if (view.syncSource === node.id && memory.role !== 'primary') return false
  return compareOpTimes(view.written, disk.last) > 0
}

/** What the first attempt asks of a source besides being allowed to serve. */
function isGood(node: SetNode, id: NodeId): boolean {
  if (memberOf(node).votes === 1 && memberOf(node, id).votes === 0) return false
  return !lagsBehindPrimary(node, id)
}

function lagsBehindPrimary(node: SetNode, id: NodeId): boolean {
  const { primary } = node.memory
  if (primary === undefined || primary === node.id || primary === id) return false
  return (
    memberViewOf(node, primary).lastWallMs - memberViewOf(node, id).lastWallMs > node.options.syncSourceLagMs
  )
}

/**
 * Whether to leave the present source for another: because it has nothing that this member is missing, isn't the
 * primary and fetches from nobody; or because it's far behind the primary and there's a better one; or because another
 * is nearer. (TopologyCoordinator::shouldChangeSyncSource, shouldChangeSyncSourceDueToPingTime)
 */
export function shouldChange(node: SetNode, source: NodeId): boolean {
  const { memory, options } = node
  if (memory.role === 'primary') return memory.catchUpTo === undefined
  if (isFarther(node, source)) return true
  if (source === memory.primary) return false
  if (!options.chaining && memory.primary !== undefined) return true
  const view = memberViewOf(node, source)
  const isAhead = !isAtLeast(node.disk.last, view.written)
  const isBetter = (id: NodeId) => id !== source && isGood(node, id)
  return (
    (!isAhead && view.syncSource === undefined) ||
    (lagsBehindPrimary(node, source) && untriedSources(node).some(isBetter))
  )
}

/** Another source that would do as well is nearer by more than a threshold, and changes weren't too many lately. */
function isFarther(node: SetNode, source: NodeId): boolean {
  const { memory, options } = node
  const { pingMs } = memberViewOf(node, source)
  const isNearer = (id: NodeId) => {
    const other = memberViewOf(node, id).pingMs
    return id !== source && other !== undefined && pingMs! - other > options.nearerMs && isGood(node, id)
  }
  // A threshold of 0 switches this off. (changeSyncSourceThresholdMillis)
  if (!options.chaining || options.nearerMs === 0 || pingMs === undefined) return false
  if (!untriedSources(node).some(isNearer)) return false
  const lately = memory.nearerAtMs.filter((at) => node.now() - at < hourMs)
  if (lately.length >= mostChanges) return false
  remember(node, { nearerAtMs: [...lately, node.now()] })
  node.mark('left for a nearer source')
  return true
}

/** Gives a source up; with a reason to deny it, it isn't chosen again for a while. */
export function leaveSource(node: SetNode, source: NodeId, deny: boolean | 'too stale'): void {
  const forMs = deny === 'too stale' ? tooStaleMs : deniedMs
  const { denied } = node.memory
  remember(node, {
    syncSource: undefined,
    denied: deny === false ? denied : { ...denied, [source]: node.now() + forMs },
  })
}

/** Takes a member as the one whose oplog is fetched from now on. */
export function followSource(node: SetNode, source: NodeId): void {
  remember(node, { syncSource: source })
  node.mark(source === node.memory.primary ? 'fetches from the primary' : 'fetches from a secondary')
  say(node, 'choose sync source', { source })
}
