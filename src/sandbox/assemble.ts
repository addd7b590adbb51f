import type { Replays } from './draw-run.ts'
import type { LinkedCell } from './link.ts'
import type { CellLines } from './place.ts'

/** A whole run as one classic script, and where in it each cell lies. */
export interface Assembled {
  readonly script: string
  readonly lines: readonly CellLines[]
}

/**
 * Joins the runtime (scripts that declare `prelude` and `engine`) with the cells, in their order. The cells are arguments
 * of the prelude's `start`: nothing of the runtime is in their scope. `replays`: plans to run in the stead of the cell's.
 */
export function assemble(runtime: string, cells: readonly LinkedCell[], replays?: Replays): Assembled {
  // Parsed there, so that no field of a plan means anything to the script.
  const plans = replays === undefined ? '' : `, JSON.parse(${JSON.stringify(JSON.stringify(replays))})`
  const lines: CellLines[] = []
  let script = `((start, cells) => start(cells()))((() => {\n${runtime}\nreturn (cells) => prelude.start(engine, cells${plans}) })(), () => [\n`
  let line = countLines(script)
  for (const { name, code } of cells) {
    const lineCount = countLines(code)
    const at: CellLines = { name, firstLine: line + 1, lineCount }
    lines.push(at)
    const part = `{ ...${JSON.stringify(at)}, code: async function (require, exports) {\n${code}\n} },\n`
    script += part
    line += countLines(part) - 1
  }
  return { script: `${script}])\n`, lines }
}

function countLines(text: string): number {
  return text.split('\n').length
}
