import { Fingerprint } from './fingerprint.ts'
import type { Event, NodeId, Run } from './types.ts'

/** What a node cannot see happen: the fate of a message on its way, and the plan's hand. */
const unseen: readonly Event['type'][] = ['lost', 'fault']

/**
 * A fingerprint of all that one node could see until `untilMs`: what it sent, what reached it, and when its timers rang.
 * Two runs with the same view cannot be told apart by any rule that this node follows. Needs a run with a trace.
 */
export function viewHash(run: Run, node: NodeId, untilMs = Infinity): string {
  const fingerprint = new Fingerprint()
  for (const event of run.trace) {
    if (event.node !== node || event.at > untilMs || unseen.includes(event.type)) continue
    const { index: _index, cause: _cause, ...seen } = event
    fingerprint.value(seen)
  }
  return fingerprint.hex()
}
