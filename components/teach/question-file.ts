import type { Reason } from '#learning/quiz/kind.ts'
import type { ShownQuestion } from '../quiz/shown.ts'

/** A question as results are graded by it and packages are made of it. */
export interface FiledQuestion extends ShownQuestion {
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

let file: Promise<QuestionFile> | undefined

/** The course's questions with their keys, fetched once a page. Rejects when they can't be had. */
export function questionFile(address: string): Promise<QuestionFile> {
  file ??= fetch(address).then((response) =>
    response.ok ? (response.json() as Promise<QuestionFile>) : Promise.reject(new Error(address)),
  )
  file.catch(() => (file = undefined))
  return file
}
