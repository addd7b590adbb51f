import { isOrigin } from '#links/code-link.ts'
import { href } from '#site/href.ts'
import { openStore } from '#storage/open.ts'

/** A lesson's cell as its author wrote it, and as the reader has it where that's another text. */
interface LessonCell {
  readonly name: string
  readonly from: string
  readonly beginning: string
  readonly text: string | undefined
}

interface Shipped {
  readonly source: string
  readonly imports: readonly string[]
}

const fetched = new Map<string, Promise<ReadonlyMap<string, Shipped>>>()

/**
 * A cell of a lesson ("merkle-trees/first-run") with all that it imports, itself first; undefined where there's none.
 * @throws Error when the lesson's cells can't be fetched
 */
export async function lessonCells(from: string): Promise<readonly LessonCell[] | undefined> {
  if (!isOrigin(from)) return undefined
  const [lesson = '', first = ''] = from.split('/')
  const cells = await cellsOf(lesson)
  const { drafts } = await openStore()
  const found = new Map<string, LessonCell>()
  const visit = async (name: string): Promise<void> => {
    const cell = cells.get(name)
    if (cell === undefined || found.has(name)) return
    const text = (await drafts.get(lesson, name))?.text
    found.set(name, { name, from: `${lesson}/${name}`, beginning: cell.source, text })
    for (const imported of cell.imports) if (imported.startsWith('./')) await visit(imported.slice(2))
  }
  await visit(first)
  return found.size === 0 ? undefined : [...found.values()]
}

function cellsOf(lesson: string): Promise<ReadonlyMap<string, Shipped>> {
  let cells = fetched.get(lesson)
  if (cells === undefined) {
    cells = fetchCells(lesson)
    fetched.set(lesson, cells)
    cells.catch(() => fetched.delete(lesson))
  }
  return cells
}

async function fetchCells(lesson: string): Promise<ReadonlyMap<string, Shipped>> {
  const response = await fetch(href(`/lessons/${lesson}/cells.json`))
  if (response.status === 404) return new Map()
  if (!response.ok) throw new Error(`the cells of ${lesson} answered ${response.status}`)
  const { cells } = (await response.json()) as { readonly cells: { readonly [name: string]: Shipped } }
  return new Map(Object.entries(cells))
}
