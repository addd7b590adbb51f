import * as engine from './learner-trees.ts'
import { start as startWith, type CompiledCell } from './prelude.ts'

/** The entry of the runtime for cells that run no plan. */
export function start(cells: readonly CompiledCell[]): void {
  startWith(engine, cells)
}
