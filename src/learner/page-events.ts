/** What parts of a page tell each other: the name of each event and what it carries. */
interface PageEvents {
  /** A cell has come to its end. */
  'anti-entropy:ran': { readonly lesson: string; readonly cell: string }
  /** A cell's text has become another one. */
  'anti-entropy:cell-changed': { readonly lesson: string; readonly cell: string }
  /** These questions are to be asked again. */
  'anti-entropy:retry': readonly string[]
  /** A reader has committed to a prediction. */
  'anti-entropy:predicted': { readonly prediction: string; readonly choice: string }
}

/** Tells the page; `from` is the part that speaks, or the document. */
export function tellPage<Name extends keyof PageEvents>(
  from: EventTarget,
  name: Name,
  detail: PageEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }))
}

/** Hears all that parts of the page tell under a name; gives back the way to stop. */
export function hearPage<Name extends keyof PageEvents>(
  name: Name,
  listener: (detail: PageEvents[Name]) => void,
): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<PageEvents[Name]>).detail)
  document.addEventListener(name, hear)
  return () => document.removeEventListener(name, hear)
}
