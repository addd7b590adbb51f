import { Bm25 } from '#engine/keywords/bm25.ts'
import { exactSearch } from '#engine/vectors/exact.ts'
import { Space } from '#engine/vectors/space.ts'
import { embed, type TokenTable } from './embed.ts'
import { termsOf } from './terms.ts'

/** A text with the vector that the whole model gives it. */
interface ModelText {
  readonly text: string
  readonly vector: Float32Array
}

/** Passages as they stood on one day, and questions with the ids of the passages that answer them. */
export interface Snapshot {
  readonly passages: readonly (ModelText & { readonly id: string })[]
  readonly questions: readonly (ModelText & { readonly kind: string; readonly answers: readonly string[] })[]
}

/** What one way of searching found in the snapshot. */
interface ModelFound {
  readonly way: 'words' | 'table' | 'model'
  /** Numbers stored for each passage; undefined for words. */
  readonly numbers: number | undefined
  /** Questions with a right passage among the first 1, 3 and 6: of all, and of those that share no word. */
  readonly all: readonly number[]
  readonly apart: readonly number[]
}

/**
 * The same questions over the same passages by words, by the token table, and by the whole model that the table was made
 * from. Pure.
 */
export function measureWholeModel(
  { passages, questions }: Snapshot,
  table: TokenTable,
): readonly ModelFound[] {
  const words = new Bm25(
    passages.map(({ text }) => text),
    { terms: termsOf },
  )
  const none = new Float32Array(table.vectors.dims)
  const tableSpace = Space.of(passages.map(({ text }) => embed(text, table) ?? none))
  const modelSpace = Space.of(passages.map(({ vector }) => vector))
  const nearest = (space: Space, query: Float32Array) => exactSearch(space, query, 6).map(({ row }) => row)
  const ways: readonly (readonly [
    ModelFound['way'],
    number | undefined,
    (question: ModelText) => readonly number[],
  ])[] = [
    ['words', undefined, ({ text }) => words.search(text).map((hit) => hit.text)],
    ['table', tableSpace.dims, ({ text }) => nearest(tableSpace, embed(text, table) ?? none)],
    ['model', modelSpace.dims, ({ vector }) => nearest(modelSpace, vector)],
  ]
  return ways.map(([way, numbers, search]) => {
    const found = questions.map((question) => {
      const at = search(question).findIndex((row) => question.answers.includes(passages[row]!.id))
      return { kind: question.kind, place: at < 0 ? Infinity : at + 1 }
    })
    const hits = (places: typeof found) =>
      [1, 3, 6].map((first) => places.filter(({ place }) => place <= first).length)
    return { way, numbers, all: hits(found), apart: hits(found.filter(({ kind }) => kind === 'apart')) }
  })
}
