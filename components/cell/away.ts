import { sourcesOf, type Addresses } from '#cells/kit.ts'
import { notebookCells, playground } from '#cells/notebook.ts'
import { homeFiles } from '#cells/take-home.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import { embedLine } from '#figures/keep/embed-line.ts'
import { codeLink, type SharedCode } from '#links/code-link.ts'
import { codeFile } from '#links/file.ts'
import { linkLimits } from '#links/plan-link.ts'
import { fileName, saveFile } from '#links/save-file.ts'
import { linkCopied } from '#text/copying.ts'
import type { Item } from '#sandbox/items.ts'
import { href } from '#site/href.ts'

type Plans = Replays | undefined

/** A cell with all that it imports, as it's shared. */
async function sharedCode(addresses: Addresses, cell: string, plans?: Plans): Promise<SharedCode> {
  const sources = await sourcesOf(addresses, cell)
  const known = addresses.lesson === playground ? await notebookCells() : []
  const originOf = (name: string, isShipped: boolean) =>
    isShipped ? `${addresses.lesson}/${name}` : known.find((one) => one.name === name)?.from
  return {
    cells: sources.map(({ name, text, beginning }) => ({
      name,
      text,
      from: originOf(name, beginning !== undefined),
    })),
    first: cell,
    title: '',
    plans,
  }
}

/** The address that opens a cell elsewhere, as its reader has it, and what to say of it. */
export async function linkOf(addresses: Addresses, cell: string, plans?: Plans) {
  const link = await codeLink(await sharedCode(addresses, cell, plans))
  if (!link.ok) return link
  const length = link.fragment.length - 1
  return {
    ok: true as const,
    address: new URL(href('/playground/code/') + link.fragment, location.href).href,
    words: linkCopied(length, linkLimits.characters),
  }
}

/** The one line that shows a cell in another page. */
export async function embedOf(addresses: Addresses, cell: string, plans?: Plans) {
  const link = await codeLink(await sharedCode(addresses, cell, plans))
  if (!link.ok) return link
  const address = new URL(href('/embed/cell/') + link.fragment, location.href).href
  return { ok: true as const, line: embedLine(address, cell) }
}

/** Saves a cell with all that it imports as a file; gives the words that say so. */
export async function saveCode(addresses: Addresses, cell: string, plans?: Plans): Promise<string> {
  saveFile(
    `${fileName(cell, 'cell')}.json`,
    codeFile(await sharedCode(addresses, cell, plans)),
    'application/json',
  )
  return 'Saved. The playground for code opens such a file.'
}

/** A zip of a folder in which Node prints what the page shows. */
export async function takeHome(addresses: Addresses, cell: string): Promise<string> {
  const [sources, response, { strToU8, zipSync }] = await Promise.all([
    sourcesOf(addresses, cell),
    fetch(href('/playground/code/engine.js')),
    import('fflate'),
  ])
  if (!response.ok) throw new Error(`the engine for Node answered ${response.status}`)
  const files = homeFiles(sources, await response.text())
  const folder = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${cell}/${name}`, strToU8(text)] as const),
  )
  // A fixed time, so that the same cell gives the same file.
  saveFile(`${cell}.zip`, zipSync(folder, { mtime: '2026-01-01' }), 'application/zip')
  return `Saved. Unpack it, and in the folder: node ${cell}.ts`
}

/** The cell as Markdown that explains itself to a reader who has never seen the engine. */
export async function forAssistant(
  addresses: Addresses,
  cell: string,
  items: readonly Item[] | undefined,
): Promise<string> {
  const { assistantText } = await import('./assistant-text.ts')
  const [sources, response] = await Promise.all([
    sourcesOf(addresses, cell),
    fetch(href('/playground/code/names.json')),
  ])
  if (!response.ok) throw new Error(`the engine's names answered ${response.status}`)
  return assistantText(sources, items, (await response.json()) as Readonly<Record<string, string>>)
}
