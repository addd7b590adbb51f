import { logarithm } from './logarithm.ts'

/** Makes the terms of a text: its words, in lower case, perhaps stemmed. */
export type Terms = (text: string) => readonly string[]

/** Words of letters and digits, in lower case. */
export const plainTerms: Terms = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** How BM25 weighs words. */
export interface Bm25Options {
  readonly terms?: Terms
  /** How soon more of the same word stops counting; 1.2 when left out. */
  readonly k1?: number
  /** How much long texts are held back, 0 to 1; 0.75 when left out. */
  readonly b?: number
}

/** A text that was found, by its number, with its score. */
export interface Scored {
  readonly text: number
  readonly score: number
}

/**
 * Search by words: a text counts for each word of the question that it holds, more for a rare word, less the longer the
 * text is, and with less and less for the same word again. (Okapi BM25, Robertson and others, 1994)
 */
export class Bm25 {
  readonly #terms: Terms
  readonly #k1: number
  readonly #b: number
  /** For each term the texts that hold it, and how often. */
  readonly #postings = new Map<string, Map<number, number>>()
  readonly #lengths: number[]
  readonly #meanLength: number

  constructor(texts: readonly string[], { terms = plainTerms, k1 = 1.2, b = 0.75 }: Bm25Options = {}) {
    this.#terms = terms
    this.#k1 = k1
    this.#b = b
    this.#lengths = texts.map((text, number) => {
      const found = terms(text)
      for (const term of found) {
        const posting = this.#postings.get(term) ?? new Map<number, number>()
        posting.set(number, (posting.get(number) ?? 0) + 1)
        this.#postings.set(term, posting)
      }
      return found.length
    })
    this.#meanLength = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length)
  }

  /** What a term is worth: ln(1 + (N - n + 0.5) / (n + 0.5)), n of N texts holding it. */
  worth(term: string): number {
    const holding = this.#postings.get(term)?.size ?? 0
    return logarithm(1 + (this.#lengths.length - holding + 0.5) / (holding + 0.5))
  }

  /** The texts that share a word with the question, best first; none if there's no such word. */
  search(question: string, most = Infinity): Scored[] {
    const scores = new Map<number, number>()
    for (const term of new Set(this.#terms(question))) {
      for (const [text, count] of this.#postings.get(term) ?? []) {
        scores.set(text, (scores.get(text) ?? 0) + this.worth(term) * this.#saturated(count, text))
      }
    }
    const found = [...scores].map(([text, score]) => ({ text, score }))
    return found.sort((a, b) => b.score - a.score || a.text - b.text).slice(0, most)
  }

  #saturated(count: number, text: number): number {
    const relative = 1 - this.#b + (this.#b * this.#lengths[text]!) / this.#meanLength
    return (count * (this.#k1 + 1)) / (count + this.#k1 * relative)
  }
}
