import { freeName } from '#text/cell-name.ts'
import { shortHash } from '#text/fnv.ts'
import { openStore, type Draft } from '#storage/open.ts'

/** The lesson's name under which the playground's cells are kept: what a reader makes of one is a draft like any other. */
export const playground = 'playground'
/** What each of them began as is kept under this one. */
const beginnings = 'playground-cells'

/** A cell of the playground, as it began. Its name is what others import it by, and tells it from the others. */
export interface NotebookCell {
  readonly name: string
  readonly beginning: string
  /** The lesson's cell that it was made from: "merkle-trees/first-run". */
  readonly from?: string | undefined
  /** Another person wrote it, and sent it: it runs in the sandbox alone. */
  readonly isForeign?: boolean | undefined
  /** Tells the order in which they came. */
  readonly addedAt: number
}

/** A cell with the reader's own text, where that differs from the beginning. */
export interface KeptCell extends NotebookCell {
  readonly text?: string | undefined
}

/** All cells of the playground, in the order in which they came. */
export async function notebookCells(): Promise<readonly NotebookCell[]> {
  const drafts = await (await openStore()).drafts.all()
  return drafts
    .filter(({ lesson }) => lesson === beginnings)
    .map(read)
    .sort((one, other) => one.addedAt - other.addedAt || (one.name < other.name ? -1 : 1))
}

/** Keeps a cell. One of the same name takes its place. */
export async function putCell({ name, beginning, text, ...more }: KeptCell): Promise<void> {
  const { drafts } = await openStore()
  await drafts.put({ lesson: beginnings, cell: name, starterHash: JSON.stringify(more), text: beginning })
  if (text !== undefined && text !== beginning)
    await drafts.put({ lesson: playground, cell: name, starterHash: shortHash(beginning), text })
}

/** Forgets a cell with all that the reader made of it. */
export async function removeCell(name: string): Promise<void> {
  const { drafts } = await openStore()
  await drafts.remove(beginnings, name)
  await drafts.remove(playground, name)
}

/** Names that nobody has yet for cells that come together; where one changes, so does what imports it. */
export function settled<
  Cell extends { readonly name: string; readonly beginning: string; readonly text?: string | undefined },
>(cells: readonly Cell[], taken: readonly string[]): readonly Cell[] {
  const names = new Map<string, string>()
  const used = [...taken]
  for (const { name } of cells) {
    const free = freeName(name, used)
    names.set(name, free)
    used.push(free)
  }
  const imports = (text: string) =>
    text.replace(
      /(\bfrom\s*|\bimport\s*)(['"])\.\/([\w-]+)\2/g,
      (whole, before: string, quote: string, name: string) => {
        const other = names.get(name)
        return other === undefined ? whole : `${before}${quote}./${other}${quote}`
      },
    )
  return cells.map((cell) => ({
    ...cell,
    name: names.get(cell.name)!,
    beginning: imports(cell.beginning),
    ...(cell.text !== undefined && { text: imports(cell.text) }),
  }))
}

/** What was kept may be from a file: of a record that says nothing of use, the text is still the reader's. */
function read({ cell: name, text: beginning, starterHash }: Draft): NotebookCell {
  const { from, isForeign, addedAt } = more(starterHash)
  return {
    name,
    beginning,
    ...(typeof from === 'string' && /^[a-z0-9-]+\/[\w-]+$/.test(from) && { from }),
    ...(isForeign === true && { isForeign }),
    addedAt: typeof addedAt === 'number' ? addedAt : 0,
  }
}

function more(json: string): {
  readonly from?: unknown
  readonly isForeign?: unknown
  readonly addedAt?: unknown
} {
  try {
    return (JSON.parse(json) as object | null) ?? {}
  } catch {
    return {}
  }
}
