import * as engine from './learner.ts'
import { start as startWith, type CompiledCell } from './prelude.ts'

/** The entry of the runtime for cells that use any part of the engine. */
export function start(cells: readonly CompiledCell[]): void {
  startWith(engine, cells)
}
