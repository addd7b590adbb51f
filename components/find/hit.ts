/** One thing that was found: a section of a page, or a term, question, card and so on. */
export interface Hit {
  readonly href: string
  readonly title: string
  readonly kind: string
  /** A few words round the match, or the beginning of the passage. */
  readonly excerpt: readonly Piece[]
  /** What found it. */
  readonly by: 'words' | 'meaning' | 'both'
}

/** A piece of an excerpt: marked where it's what was looked for. */
export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/**
 * What words and meaning found, as one list: first what both found, then what the words found, then what's near in
 * meaning alone. Each address stands in it once, with the excerpt that marks the words.
 */
export function merged(byWords: readonly Hit[], byMeaning: readonly Hit[]): readonly Hit[] {
  const near = new Set(byMeaning.map(({ href }) => href))
  const known = new Set(byWords.map(({ href }) => href))
  return [
    ...byWords.filter(({ href }) => near.has(href)).map((hit): Hit => ({ ...hit, by: 'both' })),
    ...byWords.filter(({ href }) => !near.has(href)),
    ...byMeaning.filter(({ href }) => !known.has(href)),
  ]
}
