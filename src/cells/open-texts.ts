import { openStore } from '#storage/open.ts'

/** By `lesson/cell`: the text of each cell that is open on the page, as it is now. */
export const openTexts = new Map<string, () => string>()

/** Keeps a cell's text findable while it's open on the page: other cells import what the reader sees there. */
export function keepOpen(lesson: string, cell: string, text: () => string): () => void {
  const key = `${lesson}/${cell}`
  openTexts.set(key, text)
  return () => void openTexts.delete(key)
}

/** The names of the cells that are open on the page. */
export function openNames(lesson: string): readonly string[] {
  const start = `${lesson}/`
  return [...openTexts.keys()].flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []))
}

/** A cell’s text as the reader has it: open on the page, else the draft, else `source`. */
export async function textOf(lesson: string, cell: string, source: string): Promise<string> {
  const open = openTexts.get(`${lesson}/${cell}`)
  if (open !== undefined) return open()
  const { drafts } = await openStore()
  return (await drafts.get(lesson, cell))?.text ?? source
}
