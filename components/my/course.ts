import type { LessonItems } from '#learning/lesson.ts'

/** A section of a lesson, with the ids of the questions that stand on it. */
export interface CourseSection {
  readonly slug: string
  readonly text: string
  readonly questions: readonly CourseQuestion[]
}

interface CourseQuestion {
  readonly id: string
  readonly version: number
  readonly prompt: string
}

/** A challenge of a lesson. */
interface CourseChallenge {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly href: string
}

/** A written lesson, as the page of the reader's progress needs it. */
export interface CourseLesson {
  readonly lesson: string
  readonly title: string
  readonly href: string
  readonly items: LessonItems
  readonly sections: readonly CourseSection[]
  readonly challenges: readonly CourseChallenge[]
}
