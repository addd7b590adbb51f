import type { Place } from './items.ts'

/** Where a cell's first line lies in the script that is run. */
export interface CellLines {
  readonly name: string
  /** Line of the script that holds the cell's line 1. */
  readonly firstLine: number
  readonly lineCount: number
}

/** The place in a cell of one line of the script; undefined when the line isn't a cell's. */
export function sourcePlaceOf(cells: readonly CellLines[], line: number, column?: number): Place | undefined {
  const cell = cells.find(({ firstLine, lineCount }) => line >= firstLine && line < firstLine + lineCount)
  if (cell === undefined) return undefined
  const place = { cell: cell.name, line: line - cell.firstLine + 1 }
  return column === undefined ? place : { ...place, column }
}

/**
 * The innermost place in a cell that a stack names. Chromium, Firefox, Safari and Node write stacks in different ways
 * and all end a frame with line and column. The column is left out: types were taken away from the line that ran.
 */
export function placeInStack(stack: string, cells: readonly CellLines[]): Place | undefined {
  for (const frame of stack.split('\n')) {
    if (frame.includes('node:')) continue
    const found = /:(\d+):(\d+)\)?\s*$/.exec(frame)
    const place = found === null ? undefined : sourcePlaceOf(cells, Number(found[1]))
    if (place !== undefined) return place
  }
  return undefined
}
