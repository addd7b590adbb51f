import { Fingerprint } from '../core/fingerprint.ts'
import type { Event, Ms, NodeId, Run } from '../core/types.ts'

const unseen: readonly Event['type'][] = ['lost', 'fault', 'pause', 'resume']

/**
 * All that one node could notice until `untilMs`, in order: what it sent and received, when its waits ended, its boots.
 * Not whether a message of its own was lost, and not what befell anybody else. Needs a trace.
 */
export function viewOf(run: Run, node: NodeId, untilMs: Ms = Infinity): readonly Event[] {
  if (run.trace.length === 0) throw new RangeError("a view needs a run recorded with 'trace'")
  return run.trace.filter(
    (event) => event.node === node && event.at <= untilMs && !unseen.includes(event.type),
  )
}

/**
 * 16 hex digits of a node's view. No rule that the node follows can tell two runs with the same view apart,
 * however different they are elsewhere.
 */
export function viewHash(run: Run, node: NodeId, untilMs: Ms = Infinity): string {
  const seen = viewOf(run, node, untilMs).map((event) => {
    const { index: _index, cause: _cause, ...rest } = event
    return rest
  })
  return new Fingerprint().value(seen).hex()
}
