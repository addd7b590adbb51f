import { assemble } from '#sandbox/assemble.ts'
import type { Item, Published } from '#sandbox/items.ts'
import { link, type LinkedCell } from '#sandbox/link.ts'
import { partsFor, unknownName, type PartName } from '#sandbox/engine-part.ts'
import { startRun, type RunEnd } from '#sandbox/runner.ts'
import { challengeParts, challenges } from './challenges.ts'
import { cellNames, cellSource, lessonSlugs } from './lessons.ts'
import { onceABuild } from './once-a-build.ts'
import { nodeIsolation } from './node-isolation.ts'
import { remembered, type CellRun } from './remembered.ts'
import { errorLine, shipped, type ShippedCell } from './shipped.ts'
import { digest } from './bundle.ts'
import { partNames, partTable, runtime } from './runtime.ts'

export type { ShippedCell }

/**
 * Far longer than a browser's limit: a machine that builds may be twenty times as busy, and an author's cell that hangs
 * still ends.
 */
const buildTimeMs = 180_000

/** The author's cell, compiled. A cell that doesn't parse fails the build. */
export function shippedCell(slug: string, name: string): ShippedCell {
  return compiledCell(`${slug}/${name}`)
}

const compiledCell = onceABuild((path: string) => {
  const [slug, name] = path.split('/') as [string, string]
  return shipped(`${slug}/cells`, name, cellSource(slug, name).trimEnd())
})

/**
 * Runs an author's cell in Node, in a fresh world, with what it imports; remembered by the hash of all that it
 * depends on. A cell that fails fails the build, unless it is there to fail.
 */
export async function runCell(slug: string, name: string, { fails = false } = {}): Promise<CellRun> {
  const run = await runOf(`${slug}/${name}`)
  if (run.state !== 'done' && !fails) {
    const last = run.items.at(-1)
    const what = last?.type === 'error' ? errorLine(last) : JSON.stringify(last)
    throw new Error(
      `The cell "${name}" of the lesson "${slug}" ended ${run.state}: ${what}. ` +
        'Expected it to run to its end; a cell that is there to fail says so (<Cell fails>).',
    )
  }
  return run
}

/** A lesson's text, its questions and the search ask for the same run again and again: it's linked and read once a build. */
const runOf = onceABuild(async (path: string) => {
  const [slug, name] = path.split('/') as [string, string]
  const cells = await linkedCells(slug, name)
  const { text, hash } = await runtime(partsFor(cells, partTable))
  return remembered(digest([hash, ...cells.map(({ code }) => code)].join('\0')), () => runLinked(text, cells))
})

/** The parts of the engine that the author's cell needs, with all that it imports. */
export async function partsOf(slug: string, name: string): Promise<readonly PartName[]> {
  return partsFor(await linkedCells(slug, name), partTable)
}

/** What the site ships: the parts that some cell or challenge needs as its author wrote it, and all of them for what readers write. */
export function shippedParts(): Promise<readonly (readonly PartName[])[]> {
  return allParts()
}

const allParts = onceABuild(async () => {
  const cells = lessonSlugs().flatMap((slug) => cellNames(slug).map((name) => partsOf(slug, name)))
  const sets = [...(await Promise.all(cells)), ...challenges().map(challengeParts), partNames]
  return [...new Map(sets.map((parts) => [parts.join(), parts])).values()]
})

/** The value that a cell publishes under a name, for the prose. */
export async function cellValue(slug: string, cell: string, name: string): Promise<Published> {
  const { values } = await runCell(slug, cell)
  const found = values[name]
  if (found === undefined) {
    throw new Error(
      `The cell "${cell}" of the lesson "${slug}" publishes no value "${name}". ` +
        `Expected one of: ${Object.keys(values).join(', ') || '(none)'}; write value('${name}', ...) in the cell.`,
    )
  }
  return found
}

async function linkedCells(slug: string, name: string): Promise<readonly LinkedCell[]> {
  const load = (cell: string) => Promise.resolve({ name: cell, ...shippedCell(slug, cell) })
  const linked = await link(name, load, cellNames(slug))
  const error = linked.ok
    ? linked.cells.map((cell) => unknownName(cell, partTable)).find((found) => found !== undefined)
    : linked.error
  if (!linked.ok || error !== undefined) throw new Error(`${slug}/cells/${errorLine(error!)}`)
  return linked.cells
}

/** Runs linked cells in a worker thread. */
export function runLinked(text: string, cells: readonly LinkedCell[]): Promise<CellRun> {
  return new Promise((resolve) => {
    const items: Item[] = []
    const values: Record<string, Published> = {}
    const listener = {
      item: (item: Item) => void items.push(item),
      value: (name: string, value: Published) => void (values[name] = value),
      ended: ({ state, neverBegan }: RunEnd) =>
        resolve({ state: neverBegan ? 'stopped' : state, items, values }),
    }
    startRun(assemble(text, cells), nodeIsolation, listener, buildTimeMs)
  })
}
