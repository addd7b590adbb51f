import { asNode } from '../core/cell.ts'
import { type Shape, anything, fields, flag, oneOf, orElse, read, whole } from '../core/plan/shape.ts'
import type { Json, Ms, NodeId, PlanNode } from '../core/types.ts'

/** When rows that don't match are left out of a search. */
export type FilterWhen =
  /** Only matching rows are compared: exact over the filter, and its cost grows with what matches. */
  | 'before'
  /** The walk goes on until it has enough matching rows. */
  | 'during'
  /** The nearest rows are found first, and those that don't match are taken out: few or none may be left. */
  | 'after'

/** How a vector index is set up, every default filled in. */
export interface VectorOptions {
  readonly nodes: readonly PlanNode[]
  /** What the rows are found by: a graph that is walked, or lists of which some are read. */
  readonly kind: 'hnsw' | 'ivf'
  /** With 'ivf': into how many lists the rows are divided, and how many a search reads. */
  readonly lists: number
  readonly probes: number
  /** Links of a row, beam while building, beam of a search; pgvector's defaults. */
  readonly m: number
  readonly efConstruction: number
  readonly ef: number
  readonly heuristic: boolean
  /** What becomes of a deleted row's links. */
  readonly removal: 'mark' | 'drop' | 'mend'
  /** How long after a row is stored the index has it. */
  readonly indexMs: Ms
  /** What one comparison costs a search. In microseconds. */
  readonly compareMicros: number
  readonly filter: FilterWhen
  readonly clientTimeoutMs: Ms
}

/** What a program may leave out, and shorter forms. */
export type VectorSettings = Partial<Omit<VectorOptions, 'nodes'>> & {
  readonly nodes?: readonly (NodeId | PlanNode)[]
}

const shape = fields<VectorOptions>({
  nodes: orElse(anything as Shape<readonly PlanNode[]>, [{ id: 'A' }]),
  kind: orElse(oneOf('hnsw', 'ivf'), 'hnsw'),
  lists: orElse(whole(1, 1000), 6),
  probes: orElse(whole(1, 1000), 1),
  m: orElse(whole(2, 100), 16),
  efConstruction: orElse(whole(1, 1000), 64),
  ef: orElse(whole(1, 10_000), 40),
  heuristic: orElse(flag, true),
  removal: orElse(oneOf('mark', 'drop', 'mend'), 'mark'),
  indexMs: orElse(whole(0, 86_400_000), 0),
  compareMicros: orElse(whole(0, 1_000_000), 0),
  filter: orElse(oneOf('before', 'during', 'after'), 'during'),
  clientTimeoutMs: orElse(whole(1, 3_600_000), 5_000),
})

/** @throws PlanError that lists everything that's wrong: where, what was expected, what was received */
export function vectorOptions(settings: VectorSettings | Json, nodes?: readonly PlanNode[]): VectorOptions {
  const options = read(shape, settings ?? {}, 'vectors')
  return { ...options, nodes: (nodes ?? options.nodes).map(asNode) }
}
