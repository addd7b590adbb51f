/**
 * What the author's components know of the page they stand on. The page that renders a text makes it; the numbers of
 * the sources come from the text itself, so that they don't depend on the order in which components are rendered.
 */
export interface Passage {
  /** The file of the text, for messages to its author. */
  readonly file: string
  /** The lesson's slug; undefined on a page that is no lesson. */
  readonly lesson: string | undefined
  /** Source id to its number on this page, in the order of first use. */
  readonly sourceNumbers: ReadonlyMap<string, number>
  /** Sources whose note has been set in the margin already. */
  readonly shownSources: Set<string>
  /** Claims honoured so far, since each may be marked once. */
  readonly claims: Set<number>
  /** Terms explained so far, and how often: each explanation needs an id of its own. */
  readonly terms: Map<string, number>
}

/** What the components of a text share while it's rendered: its sources are numbered in the order of the text. */
export function passageOf(text: string, file: string, lesson?: string): Passage {
  return {
    file,
    lesson,
    sourceNumbers: numberSources(text),
    shownSources: new Set(),
    claims: new Set(),
    terms: new Map(),
  }
}

/** Numbers the ids of all `<Source id="...">` tags of a text, from 1, in the order of their first use. */
export function numberSources(text: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const [, id] of text.matchAll(/<Source\s+id=["']([^"']+)["']/g))
    if (id !== undefined && !numbers.has(id)) numbers.set(id, numbers.size + 1)
  return numbers
}
