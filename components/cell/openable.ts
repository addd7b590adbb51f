/** The ways into the cells of this page. */
const openable = new Map<string, (at: number) => Promise<void>>()

/** Lets other cells lead into this one, at a place of its text; gives back the way to end it. */
export function beOpenable(lesson: string, cell: string, open: (at: number) => Promise<void>): () => void {
  const key = `${lesson}/${cell}`
  openable.set(key, open)
  return () => void openable.delete(key)
}

/** The way into a cell; undefined where the page doesn't show it. */
export function wayInto(lesson: string, cell: string): ((at: number) => Promise<void>) | undefined {
  return openable.get(`${lesson}/${cell}`)
}
