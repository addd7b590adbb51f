import { Bm25 } from '#engine/keywords/bm25.ts'
import { exactSearch } from '#engine/vectors/exact.ts'
import { fuseByRank, fuseByScore, type Ranked } from '#engine/vectors/fuse.ts'
import { Space } from '#engine/vectors/space.ts'
import { embed, type TokenTable } from './embed.ts'
import type { Passage } from './passage.ts'
import { termsOf, withMeanings } from './terms.ts'

/** How passages are looked for. `sum` adds up both scores; `ranks` gives each list an equal vote. */
export const methods = ['words', 'vectors', 'sum', 'ranks'] as const

/** One of the {@link methods}. */
export type Method = (typeof methods)[number]

/** What is indexed of each passage. */
export interface CourseIndexOptions {
  /** Whether the field's words are indexed beside the story's. True when left out. */
  readonly meanings?: boolean
  /**
   * Before which passages their title and heading are put: those that are searched by words, by vectors too, or none.
   * `words` when left out.
   */
  readonly context?: 'none' | 'words' | 'both'
  /** The share of the keyword score in `sum`. 0.7 when left out. */
  readonly weight?: number
}

/** How many of each list are fused. */
const deep = 10

/**
 * Search over passages: by words (BM25), by vectors (the token table's), and by both. Without a token table it searches
 * by words alone: the table is large, and a page fetches it when it's wanted.
 */
export class CourseIndex {
  readonly passages: readonly Passage[]
  readonly #byId: ReadonlyMap<string, Passage>
  readonly #words: Bm25
  readonly #space: Space | undefined
  readonly #table: TokenTable | undefined
  readonly #weight: number

  /** @param vectors of the passages, as the build made them; made here from the table when left out */
  constructor(
    passages: readonly Passage[],
    table?: TokenTable,
    { meanings = true, weight = 0.7, context = 'words' }: CourseIndexOptions = {},
    vectors?: readonly Float32Array[],
  ) {
    const texts = passages.map((passage) => {
      const whole = context === 'none' ? passage.text : inContext(passage)
      return meanings ? withMeanings(whole) : whole
    })
    this.passages = passages
    this.#byId = new Map(passages.map((passage) => [passage.id, passage]))
    this.#words = new Bm25(texts, { terms: termsOf })
    this.#table = table
    this.#weight = weight
    if (table === undefined) return
    const embedded =
      context === 'both' ? passages.map((passage) => ({ ...passage, text: inContext(passage) })) : passages
    this.#space = Space.of(vectors ?? vectorsOf(embedded, table))
  }

  passage(id: string): Passage {
    return this.#byId.get(id)!
  }

  /** The best passages for a question, best first. */
  search(question: string, method: Method, most = 6): readonly Ranked[] {
    switch (method) {
      case 'words':
        return this.#holding(question, most)
      case 'vectors':
        return this.#nearest(question, most)
      case 'sum':
        // Scores are scaled by the worst of all that was found, so all of it is asked for.
        return fuseByScore([
          { found: this.#holding(question, Infinity), weight: this.#weight },
          { found: this.#nearest(question, this.passages.length), weight: 1 - this.#weight },
        ]).slice(0, most)
      case 'ranks':
        return fuseByRank([this.#holding(question, deep), this.#nearest(question, deep)]).slice(0, most)
    }
  }

  #holding(question: string, most: number): readonly Ranked[] {
    return this.#words
      .search(question, most)
      .map(({ text, score }) => ({ id: this.passages[text]!.id, score }))
  }

  #nearest(question: string, most: number): readonly Ranked[] {
    const query = this.#table && embed(question, this.#table)
    if (query === undefined || this.#space === undefined) return []
    return exactSearch(this.#space, query, most).map(({ row, score }) => ({
      id: this.passages[row]!.id,
      score,
    }))
  }
}

/** A passage with its page's title and its heading before it. */
function inContext({ title, heading, text }: Passage): string {
  return `${title} > ${heading}: ${text}`
}

/** The vectors of passages from the token table; of one without a known word, zeros. */
export function vectorsOf(
  passages: readonly Pick<Passage, 'text'>[],
  table: TokenTable,
): readonly Float32Array[] {
  return passages.map(({ text }) => embed(text, table) ?? new Float32Array(table.vectors.dims))
}
