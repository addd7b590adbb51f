import type { NodeId } from '../core/types.ts'
import { isUp, memberOf, viewOf } from './members.ts'
import { compareOpTimes, isAtLeast } from './optime.ts'
import { remember, say, type SetNode } from './state.ts'

/** A source that did not serve is left alone for so long. */
const deniedMs = 10_000

/**
 * Chooses whom to fetch from: the member with the shortest round trip among those that are up, hold data, are not
 * behind this one and no more than 30 s behind the primary. A secondary must be ahead, and not fetch from this one
 * itself. Without chaining only the primary will do, except to a primary that catches up.
 * (Replication Internals, "Sync Source Selection")
 */
export function chooseSyncSource(node: SetNode): NodeId | undefined {
  const [best] = [...untriedSources(node)].sort((one, other) => distance(node, one) - distance(node, other))
  if (best !== undefined) return best
  // A primary that did not serve is tried again when there is nobody else.
  const { primary } = node.memory
  return primary !== undefined && primary !== node.id && mayServe(node, primary) ? primary : undefined
}

/** Those that may serve and did not fail to a short while ago. */
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

/** The round trip; of two that are equally far the primary is taken, then the first of the set. */
function distance(node: SetNode, id: NodeId): number {
  return (viewOf(node, id).pingMs ?? 0) + (id === node.memory.primary ? -0.5 : 0)
}

function mayServe(node: SetNode, id: NodeId): boolean {
  const { memory, disk } = node
  const view = viewOf(node, id)
  if (memberOf(node, id).arbiter || !isUp(node, id)) return false
  if (id === memory.primary) return true
  if (view.role !== 'primary' && view.role !== 'secondary') return false
  // Two that fetch from each other learn nothing; but a primary that catches up fetches from those that follow it.
  if (view.syncSource === node.id && memory.role !== 'primary') return false
  return compareOpTimes(view.written, disk.last) > 0 && !lagsBehindPrimary(node, id)
}

function lagsBehindPrimary(node: SetNode, id: NodeId): boolean {
  const { primary } = node.memory
  if (primary === undefined || primary === node.id) return false
  return viewOf(node, primary).lastWallMs - viewOf(node, id).lastWallMs > node.options.syncSourceLagMs
}

/**
 * Whether the present source is left for another: it has nothing that this member lacks, and neither is it the primary
 * nor does it fetch from anybody. (TopologyCoordinator::shouldChangeSyncSource)
 */
export function shouldChange(node: SetNode, source: NodeId): boolean {
  const { memory, options } = node
  if (memory.role === 'primary') return memory.catchUpTo === undefined
  if (source === memory.primary) return false
  if (!options.chaining && memory.primary !== undefined) return true
  const view = viewOf(node, source)
  const isAhead = !isAtLeast(node.disk.last, view.written)
  return (!isAhead && view.syncSource === undefined) || lagsBehindPrimary(node, source)
}

export function leaveSource(node: SetNode, source: NodeId, deny: boolean): void {
  const denied = deny ? { ...node.memory.denied, [source]: node.now() + deniedMs } : node.memory.denied
  remember(node, { syncSource: undefined, denied })
}

export function followSource(node: SetNode, source: NodeId): void {
  remember(node, { syncSource: source })
  node.mark(source === node.memory.primary ? 'fetches from the primary' : 'fetches from a secondary')
  say(node, 'choose sync source', { source })
}
