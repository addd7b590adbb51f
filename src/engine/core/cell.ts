import { onlyKnown } from './plan/shape.ts'
import type { Json, PlanNode, Program, System } from './types.ts'

/** What a learner may say about a program they wrote. */
export interface CellOptions {
  /** Names, or whole nodes with clocks and places. A, B and C when left out. */
  readonly nodes?: readonly (string | PlanNode)[]
  /** What the program finds in `node.options`. */
  readonly options?: Json
  /** How long a client waits for one coordinator, in milliseconds; 1,000 when left out. */
  readonly timeoutMs?: number
  /** How often it asks another one; not at all when left out. */
  readonly retries?: number
}

/** A learner's program as a system: `plan(cell(program, { nodes: ['A', 'B'] }))`. */
export function cell(program: Program, given: CellOptions = {}): System<Json> {
  onlyKnown('cell', given, ['nodes', 'options', 'timeoutMs', 'retries'])
  const { nodes = ['A', 'B', 'C'], options = null, timeoutMs = 1000, retries = 0 } = given
  return {
    name: 'cell',
    options,
    nodes: nodes.map(asNode),
    program,
    client: { timeoutMs, retries, stamps: false },
    operations: [],
    levels: [],
  }
}

/** A node given by its name or whole. */
export function asNode(node: string | PlanNode): PlanNode {
  return typeof node === 'string' ? { id: node } : node
}
