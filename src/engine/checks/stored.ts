import type { NodeId, Plan, Rest, Run } from '../core/types.ts'

/** What is stored at the end of a run, as the system that stored it understands it. */
export interface Stored {
  /** Every key that some node holds anything under. */
  readonly keys: readonly string[]
  /** The nodes that should hold the key. */
  replicas(key: string): readonly NodeId[]
  /** Canonical text of the value that all copies together give, as a read of every node would. */
  value(key: string): string
  /** All that a node holds under the key, as text; equal texts are equal copies. What may be purged doesn't count. */
  copy(node: NodeId, key: string): string
}

const readers = new Map<string, (run: Run) => Stored>()
const restings = new Map<string, Rest['isAtRest']>()

/**
 * Teaches the checks to look into the nodes of a system, and if the system can tell, when nothing there can change any more: each
 * does so in its own folder's `stored.ts`.
 */
export function readStored(system: string, reader: (run: Run) => Stored, isAtRest?: Rest['isAtRest']): void {
  readers.set(system, reader)
  if (isAtRest !== undefined) restings.set(system, isAtRest)
}

/**
 * When the run of a plan may end for a check that looks at what's stored: from a second after its last change on, by when
 * whatever was on its way has arrived; a read changes nothing where a system can tell. Undefined where nobody can tell.
 */
export function restOf({ system, net, nodes, ops, faults }: Plan): Rest | undefined {
  const isAtRest = restings.get(system)
  const links = [net, ...(net.links ?? [])]
  const isQueued =
    links.some(({ bytesPerMs }) => bytesPerMs !== undefined) ||
    nodes.some(({ serviceMs }) => serviceMs !== undefined) ||
    faults.some((fault) => 'message' in fault)
  if (isAtRest === undefined || isQueued) return undefined
  const slowest = Math.max(...links.map(({ latency }) => latency?.[1] ?? 0))
  const changes = [...ops.filter(({ do: what }) => what !== 'read'), ...faults]
  const last = Math.max(0, ...changes.map(({ at }) => at))
  return { afterMs: last + 1_000 + 4 * slowest, isAtRest }
}

/** @throws RangeError for a system that hasn't taught the checks to look into its nodes */
export function storedIn(run: Run): Stored {
  const reader = readers.get(run.plan.system)
  if (reader !== undefined) return reader(run)
  const known = [...readers.keys()].join(', ')
  throw new RangeError(`stored copies can be read in ${known}; received a run of "${run.plan.system}"`)
}
