import { openStore, type Draft } from '#storage/open.ts'

/** The reader's own text of a cell, when there's one. */
export async function draftOf(lesson: string, cell: string): Promise<Draft | undefined> {
  const { drafts } = await openStore()
  return drafts.get(lesson, cell)
}

/** The text that another tab has left for a cell. */
export async function otherDraftOf(lesson: string, cell: string): Promise<Draft | undefined> {
  const { drafts } = await openStore()
  return drafts.other(lesson, cell)
}

/** Forgets the text that another tab has left. */
export async function dropOther(lesson: string, cell: string): Promise<void> {
  const { drafts } = await openStore()
  await drafts.removeOther(lesson, cell)
}

/**
 * Keeps the reader's text; the author's own text is forgotten again. `text` is what this page knew to be kept: another
 * text found in its place is another tab's, and is kept beside it.
 */
export async function keepDraft(draft: Draft, starter: string, text: string | undefined): Promise<void> {
  const { drafts } = await openStore()
  await (draft.text === starter
    ? drafts.remove(draft.lesson, draft.cell, { text })
    : drafts.put(draft, { text }))
}
