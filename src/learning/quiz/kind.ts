import type { z } from 'astro/zod'
import type { Key, KeyValue } from './key.ts'

/** The schema library, handed in by the build so that the page does not carry it. */
export type Zod = typeof z

/** What every question has, whatever its kind. */
export interface QuestionBase {
  /** LESSON.name: unique in the site, written by hand, never changed. */
  readonly id: string
  /** Raised when the right answer changes: the question is then open again for everybody. */
  readonly version: number
  /** The id of the section of the lesson that answers it. */
  readonly section: string
  /** In the lesson's text, or in the pool of its review page. */
  readonly place: 'text' | 'pool'
  /** What it asks for. At least three in five ask why, what happens next or which run could have produced this. */
  readonly asks: 'why' | 'next' | 'which-run' | 'value' | 'recall'
  /** What its answer is about: a number about a run or a tree is computed, never stated. */
  readonly about: 'run' | 'tree' | 'idea'
  readonly kind: string
  readonly prompt: string
  readonly key: Key
}

/** One option or one known mistake, with why it is right or wrong. */
export interface Reason {
  readonly label: string
  readonly reason: string
  readonly isRight: boolean
  readonly isChosen: boolean
  /** Stands instead of the label with its "Your answer", where that would put words into a reader's mouth. */
  readonly said?: string
}

/** What an answer is worth. `ask` is set when it cannot be read as an answer: it then counts for nothing. */
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
 * One kind of question: one record of functions, in one file. `Data` is what the page gets, as plain JSON;
 * `Answer` is what its form gives back.
 */
export interface Kind<Question extends QuestionBase = QuestionBase, Data = unknown, Answer = unknown> {
  readonly kind: string
  /** Whether the learner makes the answer, instead of picking one of those shown. */
  readonly produces: boolean
  /** It's answered by running code, which tells as one goes: no exam asks it. */
  readonly isLive?: true
  /** The strict schema of a question of this kind, as an author writes it. */
  parse(z: Zod): z.ZodType<Question>
  /** What the schema cannot say: each problem in the author's words. */
  problems(question: Question): readonly string[]
  /** The page's data. Throws {@link AuthorMistake} when the key does not fit the question. */
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

/** The fields of {@link QuestionBase} as a schema's shape. */
export function baseShape(z: Zod, keyType: z.ZodType<Key>) {
  return {
    id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected an id such as "merkle-trees.first-step"'),
    version: z.int().min(1),
    section: z.string().min(1),
    place: z.enum(['text', 'pool']),
    asks: z.enum(['why', 'next', 'which-run', 'value', 'recall']),
    about: z.enum(['run', 'tree', 'idea']),
    prompt: z.string().min(1),
    key: keyType,
  }
}

/** A text that must say something: an option's words, a reason. */
export const sentence = (z: Zod, what: string): z.ZodString =>
  z
    .string({ error: `expected ${what}, received nothing: write it in one or two lines` })
    .trim()
    .min(1)
