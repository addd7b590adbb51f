import type { NodeId, Run } from '../core/types.ts'

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

/** Teaches the checks to look into the nodes of a system: each does so in its own folder's `stored.ts`. */
export function readStored(system: string, reader: (run: Run) => Stored): void {
  readers.set(system, reader)
}

/** @throws RangeError for a system that hasn't taught the checks to look into its nodes */
export function storedIn(run: Run): Stored {
  const reader = readers.get(run.plan.system)
  if (reader !== undefined) return reader(run)
  const known = [...readers.keys()].join(', ')
  throw new RangeError(`stored copies can be read in ${known}; received a run of "${run.plan.system}"`)
}
