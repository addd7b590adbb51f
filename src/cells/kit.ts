import { assemble, type Assembled, type Following } from '#sandbox/assemble.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import { openFrame } from '#sandbox/isolation.ts'
import type { ErrorItem } from '#sandbox/items.ts'
import { link, type LinkedCell } from '#sandbox/link.ts'
import { partsFor, smallest, unknownName, type BuiltParts, type PartTable } from '#sandbox/engine-part.ts'
import { nameEngine } from '#sandbox/lost-names.ts'
import { fetchedScript, fetched } from './fetched.ts'
import { openTexts, openNames, textOf } from './open-texts.ts'

/** Where a lesson's page finds what its cells need. */
export interface Addresses {
  readonly lesson: string
  /** The lesson's cells.json. */
  readonly cells: string
  /** The prelude, and the parts of the engine that the cell needs as its author wrote it. */
  readonly runtime: readonly string[]
}

interface Shipped {
  readonly source: string
  readonly hash: string
  readonly code: string
  readonly imports: readonly string[]
}

/** What is needed to run a lesson's cells, fetched once, when the reader first comes near a cell. */
interface Kit {
  readonly cells: Readonly<Record<string, Shipped>>
  /** Address of the prelude. */
  readonly prelude: string
  readonly engines: readonly BuiltParts[]
  readonly partTable: PartTable
  /** What watches a run, for a cell whose editor is open. */
  readonly watching?: string
  /** Where the types come from, when a reader edits: a worker's script and the declarations it reads. */
  readonly types?: { readonly worker: string; readonly data: string }
  /** Where the pages with the engine's sources are told. */
  readonly places?: string
}

const kits = new Map<string, Promise<Kit>>()

const compiledTexts = new Map<string, LinkedCell>()

/** Fetches the kit and makes the frame ready, so that a click on Run finds both there. */
export function prepare(addresses: Addresses): Promise<Kit> {
  openFrame().catch(() => {})
  // The kit is the lesson's; which part of the engine it runs with is the cell's own.
  for (const address of addresses.runtime) fetchedScript(address).catch(() => {})
  let kit = kits.get(addresses.cells)
  if (kit === undefined) {
    kit = fetchKit(addresses)
    kits.set(addresses.cells, kit)
    kit.catch(() => kits.delete(addresses.cells))
  }
  return kit
}

async function fetchKit({ cells, runtime }: Addresses): Promise<Kit> {
  const [list] = await Promise.all([fetched(cells), ...runtime.map(fetchedScript)])
  const kit = JSON.parse(list) as Kit
  const { always, parts, rest } = kit.partTable
  nameEngine([always, ...Object.values(parts), rest].flat())
  return kit
}

/** A cell's text as the reader has it, and the author's where there is one. */
interface CellSource {
  readonly name: string
  readonly text: string
  readonly beginning: string | undefined
}

/** A cell and all that it imports, as the reader has them; the cell itself stands first. */
export async function sourcesOf(addresses: Addresses, cell: string): Promise<readonly CellSource[]> {
  const { cells } = await prepare(addresses)
  const found = new Map<string, CellSource>()
  const visit = async (name: string): Promise<void> => {
    if (found.has(name)) return
    const beginning = Object.hasOwn(cells, name) ? cells[name]!.source : undefined
    const text = await textOf(addresses.lesson, name, beginning ?? '')
    if (beginning === undefined && text === '') return
    found.set(name, { name, text, beginning })
    for (const [, imported] of text.matchAll(/(?:\bfrom|\bimport)\s*['"]\.\/([\w-]+)['"]/g))
      await visit(imported!)
  }
  await visit(cell)
  return [...found.values()]
}

/** A run ready to be isolated, with the cells that the reader has changed; or why there's none. */
export type Prepared =
  | { readonly ok: true; readonly run: Assembled; readonly changed: readonly string[] }
  | { readonly ok: false; readonly error: ErrorItem }

interface PrepareOptions {
  readonly watch?: boolean
  readonly judge?: string
  /** Where the texts of cells come from; as the reader has them when left out. */
  readonly readText?: typeof textOf
}

/**
 * The script of a run of one cell: with all that it imports, as the reader has it. `changed` names the imported cells
 * that aren't the author's. With `watch` the run tells what names held and where it waited; `judge` is compiled code that
 * runs last and judges what the cell did.
 */
export async function prepareRun(
  addresses: Addresses,
  cell: string,
  replays?: Replays,
  { watch: isWatched = false, judge, readText = textOf }: PrepareOptions = {},
): Promise<Prepared> {
  const { cells, prelude, engines, partTable, watching } = await prepare(addresses)
  const watch = isWatched && watching !== undefined
  const changed: string[] = []
  const load = async (name: string): Promise<LinkedCell | { error: ErrorItem } | undefined> => {
    // A cell of the playground was made by the reader: it's known by being open on the page.
    const shipped = Object.hasOwn(cells, name) ? cells[name] : undefined
    const open = openTexts.get(`${addresses.lesson}/${name}`)
    if (shipped === undefined) return open && compiled(name, open())
    const text = await readText(addresses.lesson, name, shipped.source)
    if (text === shipped.source) return { name, ...shipped }
    if (name !== cell) changed.push(name)
    return compiled(name, text)
  }
  const linked = await link(cell, load, [...Object.keys(cells), ...openNames(addresses.lesson)])
  if (!linked.ok) return linked
  for (const one of linked.cells) {
    const error = unknownName(one, partTable)
    if (error !== undefined) return { ok: false, error }
  }
  const judges =
    judge === undefined ? [] : [{ name: 'check', source: '', code: judge, imports: ['engine', `./${cell}`] }]
  const cellsToRun = [...(watch ? await watchedCells(linked.cells) : linked.cells), ...judges]
  const engine = smallest(engines, partsFor([...linked.cells, ...judges], partTable))
  const scripts = [prelude, engine.address, ...(watch ? [watching] : [])]
  const runtime = await Promise.all(scripts.map(fetchedScript))
  const following: Following = { ...(watch && { watch }), ...(judge !== undefined && { judge: true }) }
  return { ok: true, run: assemble(runtime.join('\n'), cellsToRun, replays, following), changed }
}

const watchedCodes = new Map<string, string>()

/** The cells with code that tells what it does; made once for each text. */
async function watchedCells(cells: readonly LinkedCell[]): Promise<readonly LinkedCell[]> {
  const { watched } = await import('#sandbox/watch.ts')
  return cells.map((cell) => {
    const key = `${cell.name}\0${cell.code}`
    const code = watchedCodes.get(key) ?? watched(cell.name, cell.code)
    if (watchedCodes.size > 50) watchedCodes.clear()
    watchedCodes.set(key, code)
    return { ...cell, code }
  })
}

/** The texts of all of a lesson's cells, by name, as the reader has them. */
export async function textsOf(addresses: Addresses): Promise<Readonly<Record<string, string>>> {
  const { cells } = await prepare(addresses)
  const names = [...new Set([...Object.keys(cells), ...openNames(addresses.lesson)])]
  const texts = names.map(
    async (name) => [name, await textOf(addresses.lesson, name, cells[name]?.source ?? '')] as const,
  )
  return Object.fromEntries(await Promise.all(texts))
}

/** The script of a run of one cell as its author wrote it, whatever the reader has made of it. */
export const prepareAuthored = (addresses: Addresses, cell: string): Promise<Prepared> =>
  prepareRun(addresses, cell, undefined, { readText: async (_lesson, _name, source) => source })

async function compiled(name: string, text: string): Promise<LinkedCell | { error: ErrorItem }> {
  const known = compiledTexts.get(name)
  if (known?.source === text) return known
  const { compile } = await import('#sandbox/compile.ts')
  const result = compile(name, text)
  if (!result.ok) return { error: result.error }
  const cell = { name, source: text, code: result.code, imports: result.imports }
  compiledTexts.set(name, cell)
  return cell
}
