import type { Happening } from '#learning/event.ts'
import type { FiledLesson, FiledQuestion } from '#learning/question-file.ts'

/** What the parts of an exam share: the course's questions and the reader's log. */
export interface Exams {
  readonly lessons: readonly FiledLesson[]
  readonly questions: ReadonlyMap<string, FiledQuestion>
  record(happening: Happening): Promise<string>
}
