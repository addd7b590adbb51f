import type { QuestionBase } from './base.schema.ts'
import type { KeyValue } from './key.ts'

/** One option or one known mistake, with why it is right or wrong. */
export interface Reason {
  readonly label: string
  readonly reason: string
  readonly isRight: boolean
  readonly isChosen: boolean
  /** Stands instead of the label with its "Your answer", where that would put words into a reader's mouth. */
  readonly said?: string
}

/** What an answer is worth. `ask` is set when it can't be read as an answer: it then counts for nothing. */
export type Verdict =
  | { readonly ask: string }
  | {
      readonly ask?: undefined
      readonly right: boolean
      /** What was chosen, short: goes into the event and into a report. */
      readonly choice: string
      readonly reasons: readonly Reason[]
      /** What of the answer was right, in words, where it can be right in part. */
      readonly part?: string
    }

/** What the build found out for a question. */
export interface Resolved {
  readonly key: KeyValue
  /** What the cell named in the question's `picture` published, for kinds that are answered in a figure. */
  readonly picture?: unknown
}

/**
 * One kind of question: one record of functions, in one file. Beside it NAME.schema.ts has the strict schema of what an
 * author writes, from which `Question` is inferred: the page takes types from there and never the schema. `Data` is what the page gets, as plain JSON;
 * `Answer` is what its form gives back.
 */
export interface Kind<Question extends QuestionBase = QuestionBase, Data = unknown, Answer = unknown> {
  readonly kind: string
  /** Whether the learner makes the answer, instead of picking one of those shown. */
  readonly produces: boolean
  /** It's answered by running code, which tells as one goes: no exam asks it. */
  readonly isLive?: true
  /** What the schema can't say: each problem in the author's words. */
  problems(question: Question): readonly string[]
  /** The page's data. Throws {@link AuthorMistake} when the key doesn't fit the question. */
  view(question: Question, resolved: Resolved, seed: number): Data
  grade(data: Data, answer: Answer): Verdict
  /** The answer that a verdict's `choice` stands for, so that a page shows again what was answered before. */
  recall(choice: string): Answer
  /** The same data with what is shuffled in another order, for an exam. */
  reshuffle?(data: Data, seed: number): Data
  /** Every option or known answer with its reason: what a page without JavaScript shows. */
  reasons(data: Data): readonly Reason[]
}

/** Something that an author wrote and the build refuses: says what was expected, received, where and how to mend it. */
export class AuthorMistake extends Error {
  override readonly name = 'AuthorMistake'
}
