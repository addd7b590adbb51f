import { uncurried } from './slots.ts'

// Taken before any cell runs, as in describe.ts: a cell may replace this.
const stringSlice = uncurried(String.prototype.slice)

/** A long word that says at its end how much of it is gone. */
export function shortened(text: string): string {
  const kept = cut(text, 1000)
  return kept.length === text.length ? text : `${kept}… ${text.length - kept.length} more characters `
}

/** A text, or its beginning where it's longer than this. */
export function cut(text: string, characters: number): string {
  return text.length <= characters ? text : stringSlice(text, 0, characters)
}
