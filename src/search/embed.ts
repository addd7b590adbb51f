import { normalised } from '#engine/vectors/space.ts'
import type { Rows } from '#engine/vectors/packed.ts'

/** A token table: a vector for each token, whose length is the token's weight. See content/vectors/README.md. */
export interface TokenTable {
  readonly vectors: Rows
  readonly rowOf: ReadonlyMap<string, number>
}

const apart = /[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u4e00-\u9fff]|\p{P}/gu

/** The words of a text: in lower case, without accents, each punctuation mark alone. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(apart, ' $& ')
    .split(/\s+/)
    .filter(Boolean)
}

/** The rows of a word's pieces: the longest tokens that it's made of, none if it would take more than three. */
export function piecesOf(word: string, rowOf: ReadonlyMap<string, number>): readonly number[] {
  const found: number[] = []
  for (let from = 0; from < word.length;) {
    const mark = from > 0 ? '##' : ''
    let to = word.length
    while (to > from && !rowOf.has(mark + word.slice(from, to))) to--
    if (to === from || found.length === 3) return []
    found.push(rowOf.get(mark + word.slice(from, to))!)
    from = to
  }
  return found
}

/** The vector of a text: its tokens' vectors added up, at length 1. undefined when the table knows none of its words. */
export function embed(text: string, { vectors, rowOf }: TokenTable): Float32Array | undefined {
  const sum = new Float32Array(vectors.dims)
  let known = false
  for (const row of wordsOf(text).flatMap((word) => piecesOf(word, rowOf))) {
    known = true
    for (let place = 0; place < sum.length; place++) sum[place]! += vectors.values[row * sum.length + place]!
  }
  return known ? normalised(sum) : undefined
}

/** The table from its two files. */
export function tokenTable(head: { readonly tokens: readonly string[] }, vectors: Rows): TokenTable {
  return { vectors, rowOf: new Map(head.tokens.map((token, row) => [token, row])) }
}
