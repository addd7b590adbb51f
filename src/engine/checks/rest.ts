import type { Fault, Ms, Plan, Rest, Scenario, System } from '../core/types.ts'

/** When nothing of what a check sees of a run's end can change any more. */
export type Settled = Pick<Rest, 'pauseMs' | 'isAtRest'>

/**
 * How a system can tell that the value of each key, as all copies together give it, is what it will be at the end, though
 * copies may change, and whatever happens later: which links are cut, which nodes crash, which messages are lost.
 */
export interface Resting {
  /** Operations that can't change it. */
  readonly harmless: readonly string[]
  /**
   * For a plan whose faults take nothing from disks and hold nothing back. Messages may be on their way for `slackMs`. Undefined
   * where it can't tell.
   */
  settled(plan: Plan, options: unknown, slackMs: Ms): Settled | undefined
}

const restings = new Map<string, Resting>()

/** Teaches when the nodes of a system are at rest: each does so in its own folder's `at-rest.ts`. */
export function tellRest(system: string, resting: Resting): void {
  restings.set(system, resting)
}

/** When a run may end for a check that sees writes and values alone; undefined where nobody can tell. */
export function restOf({ system, plan }: Scenario<System>): Rest | undefined {
  const { net, nodes, ops, faults } = plan
  const resting = restings.get(plan.system)
  const links = [net, ...(net.links ?? [])]
  const isQueued =
    links.some(({ bytesPerMs }) => bytesPerMs !== undefined) ||
    nodes.some(({ serviceMs }) => serviceMs !== undefined)
  if (resting === undefined || isQueued || faults.some(loses)) return undefined
  const slackMs = 1_000 + 4 * Math.max(...links.map(({ latency }) => latency?.[1] ?? 0))
  const writes = ops.filter(({ do: what }) => !resting.harmless.includes(what))
  const afterMs = writes.reduce((last, { at }) => Math.max(last, at), 0)
  const settled = resting.settled(plan, system.options, slackMs)
  return settled && { ...settled, afterMs, slackMs }
}

/** Whether a fault may take something from a disk, or hold back for long what's on its way. */
function loses(fault: Fault): boolean {
  return 'message' in fault || fault.do === 'pause' || (fault.do === 'crash' && fault.disk !== 'keep')
}
