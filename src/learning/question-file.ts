import type { Reason } from './quiz/kind.ts'

/** The cell that computed the answer: where it stands on a page of its own, and what it takes to run it here. */
export interface KeyRun {
  readonly href: string
  readonly lesson: string
  readonly cell: string
  readonly hash: string
  /** Addresses of the lesson's cells.json and of what a run begins with. */
  readonly cells: string
  readonly runtime: readonly string[]
}

/** A question as results are graded by it and packages are made of it: plain data, its key computed. */
export interface FiledQuestion {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly lesson: string
  readonly prompt: string
  /** What its options were shuffled by. */
  readonly seed: number
  /** What its kind shows and grades by. */
  readonly data: unknown
  /** Address of the passage that answers it. */
  readonly see: string
  /** The cell that computed the key, and what it takes to run it; undefined where a source states the key. */
  readonly run: KeyRun | undefined
  readonly place: 'text' | 'pool'
  readonly produces: boolean
  readonly reasons: readonly Reason[]
  readonly computed: { readonly cell: string; readonly value: string } | undefined
  /** The right answer as the build found it. */
  readonly key: unknown
}

/** A lesson of the course with its questions, those of the text first. */
export interface FiledLesson {
  readonly lesson: string
  readonly title: string
  readonly order: number
  /** The lesson's question. */
  readonly asks: string
  readonly description: string
  readonly minutes: number | undefined
  readonly outcomes: readonly string[]
  readonly questions: readonly FiledQuestion[]
}

/** What stands in `/teach/questions.json`. */
export interface QuestionFile {
  readonly lessons: readonly FiledLesson[]
}
