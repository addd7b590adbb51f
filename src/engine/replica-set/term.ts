import type { NodeId } from '../core/types.ts'
import { postponeElection } from './timer.ts'
import { remember, say, type SetNode } from './state.ts'

/**
 * The member hears of a term, in any message. A term later than its own ends everything that belongs to its own: a
 * primary steps down, and no member counts as the primary any more. (UpdateTermThroughHeartbeat in RaftMongo.tla.)
 */
export function hearTerm(node: SetNode, term: number): void {
  if (term <= node.memory.term) return
  const wasPrimary = node.memory.role === 'primary'
  remember(node, { term, primary: undefined, takeoverAtMs: Infinity })
  node.mark('term updated')
  say(node, 'update term', { term })
  if (wasPrimary) stepDown(node, 'a later term')
}

/** A primary stops being one, for whatever reason; writes that still wait for other members are given up. */
export function stepDown(node: SetNode, why: string): void {
  if (node.memory.role !== 'primary') return
  remember(node, {
    role: 'secondary',
    writable: false,
    drained: false,
    primary: node.memory.primary === node.id ? undefined : node.memory.primary,
    syncSource: undefined,
    catchUpTo: undefined,
  })
  postponeElection(node)
  node.mark('stepped down')
  say(node, 'step down', { term: node.memory.term, why })
}

/** A primary of the present term showed itself: it's believed, and the election put off. One of an older term isn't. */
export function hearPrimary(node: SetNode, id: NodeId, term: number): void {
  if (term !== node.memory.term) return
  if (node.memory.primary !== id) remember(node, { primary: id })
  postponeElection(node)
}
