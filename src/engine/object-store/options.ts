import { asNode } from '../core/cell.ts'
import { type Shape, anything, fields, orElse, read, whole } from '../core/plan/shape.ts'
import type { Json, Ms, NodeId, PlanNode } from '../core/types.ts'

/** What an object store is made of. Times are in milliseconds. */
export interface ObjectStoreOptions {
  readonly nodes: readonly PlanNode[]
  /** How long a node waits for a majority of the others. */
  readonly timeoutMs: Ms
  readonly clientTimeoutMs: Ms
}

/** What a program may leave out, and shorter forms. */
export type ObjectStoreSettings = Partial<Omit<ObjectStoreOptions, 'nodes'>> & {
  readonly nodes?: readonly (NodeId | PlanNode)[]
}

const ms = whole(1, 3_600_000)
const shape = fields<ObjectStoreOptions>({
  nodes: orElse(anything as Shape<readonly PlanNode[]>, [{ id: 'A' }, { id: 'B' }, { id: 'C' }]),
  timeoutMs: orElse(ms, 2_000),
  clientTimeoutMs: orElse(ms, 5_000),
})

/** @throws PlanError that lists everything that's wrong: where, what was expected, what was received */
export function objectStoreOptions(
  settings: ObjectStoreSettings | Json,
  nodes?: readonly PlanNode[],
): ObjectStoreOptions {
  const options = read(shape, settings ?? {}, 'object store')
  return { ...options, nodes: (nodes ?? options.nodes).map(asNode) }
}
