import type { Fault, Ms, NodeId, Plan } from '#engine/core/types.ts'
import type { FaultStep } from './steps.ts'

/** A plan that takes longer is told, not played: nobody waits for it. */
export const longestMs: Ms = 5 * 60_000
/** So long after a fault a model's node may not know of it, though a real one does, or the other way round. */
const noticedMs: Ms = 3_000

/** A fault as something that Docker can do to a whole node; undefined where it can't. */
export function faultStep(fault: Fault, nodes: readonly NodeId[]): FaultStep | undefined {
  const { id } = fault
  switch (fault.do) {
    case 'crash':
      return fault.disk === 'keep' ? { do: 'kill', id, node: fault.node } : undefined
    case 'restart':
      return { do: 'start', id, node: fault.node }
    case 'pause':
      return { do: 'pause', id, node: fault.node }
    case 'resume':
      return { do: 'resume', id, node: fault.node }
    case 'cut':
    case 'mend': {
      const alone = cutOff(fault.from, fault.to, nodes)
      if (alone === undefined) return undefined
      return { do: fault.do === 'cut' ? 'disconnect' : 'connect', id, node: alone }
    }
    default:
      return undefined
  }
}

/** The node that's cut off from all others, if that's what the fault does. */
function cutOff(
  from: readonly NodeId[] | undefined,
  to: readonly NodeId[] | undefined,
  nodes: readonly NodeId[],
): NodeId | undefined {
  if (from === undefined || to === undefined) return undefined
  const [few, many] = from.length <= to.length ? [from, to] : [to, from]
  const [alone] = few
  const others = nodes.filter((node) => node !== alone)
  return few.length === 1 && others.every((node) => many.includes(node)) ? alone : undefined
}

/** Why the answer to an operation called at this time hangs on more than the plan says; undefined if it doesn't. */
export function unsureAt(plan: Plan, at: Ms, expected: string): string | undefined {
  if (expected === 'timed out') return 'a timeout: how many nodes have done the write so far isn’t decided'
  const last = plan.faults.filter((fault) => fault.at <= at && at - fault.at < noticedMs).at(-1)
  if (last !== undefined)
    return `${((at - last.at) / 1000).toFixed(1)} s after “${last.id}”: the script waits until the nodes have noticed, the model doesn’t`
  const near = plan.ops.filter((op) => Math.abs(op.at - at) < 200).length
  return near > 1 ? 'another operation is on its way at the same time' : undefined
}
