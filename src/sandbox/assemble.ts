import type { Replays } from './draw-run.ts'
import type { LinkedCell } from './link.ts'
import type { CellLines } from './source-place.ts'

/** A whole run as one classic script, and where in the text of its cells each of them lies. */
export interface Assembled {
  readonly script: string
  /** How many characters of the script are the runtime: a worker may stand by that has read them already. */
  readonly runtimeLength?: number
  readonly lines: readonly CellLines[]
}

/** What of a run is told beside its output; nothing of it when it's left out. */
export interface Following {
  /**
   * The cells' code is watched (watch.ts): what its names held and where it waited is told at the end. The runtime then has
   * a third script, which declares `watching` (seen.ts).
   */
  readonly watch?: boolean
  /** The runs that the cells make are kept for the last cell, which judges them. */
  readonly judge?: boolean
}

/** The name by which watched code, and a judge, reach what the prelude keeps: no name that a learner would write. */
export const watcher = '__seen'

/** The name under which the cells' text hands each cell over; gone before the first of them runs. */
export const handOver = 'antiEntropyCell'

/** What the runtime leaves for the rest of the script to call; gone as soon as the world is closed. */
const begin = 'antiEntropyBegin'

/**
 * What the engine and its checks compare and count with: in a run that ends with a judge, no answer may put something of its
 * own in its place, or it would judge itself.
 */
const untouchable =
  'for (const one of [JSON, Object, Array, Array.prototype, Map.prototype, Set.prototype, String.prototype, Number]) Object.freeze(one); '

/**
 * Joins the runtime (scripts that declare `prelude` and `engine`) with the cells, in their order. The cells are a text to
 * this script, and the prelude makes a second script of it after it has closed the world: whatever the text declares,
 * nothing of it is there while the prelude begins. `replays`: plans to run in the stead of the cell's.
 */
export function assemble(
  runtime: string,
  cells: readonly LinkedCell[],
  replays?: Replays,
  following: Following = {},
): Assembled {
  const lines: CellLines[] = []
  // A stack tells lines and no cells: those of the cells come after all that the runtime has.
  let text = '\n'.repeat(countLines(runtime) + 5)
  let line = countLines(text)
  for (const { name, code } of cells) {
    const lineCount = countLines(code)
    lines.push({ name, firstLine: line + 1, lineCount })
    text += `${handOver}(async function (require, exports, ${watcher}) {\n${code}\n})\n`
    line += lineCount + 2
  }
  const given = [text, lines, replays ?? {}, following].map((part) => JSON.stringify(part)).join(', ')
  const watching = following.watch === true ? ', watching.makeWatcher()' : ''
  const first = `(() => {\n${runtime}\nglobalThis.${begin} = (...given) => prelude.start(engine, ...given${watching})\n})()\n`
  const isJudged = cells.some(({ code }) => /\b_engine\d*\.challenge\b/.test(code))
  const script = `${first}${isJudged ? untouchable : ''}${begin}(${given})\n`
  return { script, runtimeLength: first.length, lines }
}

function countLines(text: string): number {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).length
}
