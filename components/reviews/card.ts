import type { Reviews } from '#learning/reviews.ts'

/** A card as the review page asks it. */
export interface CourseCard {
  readonly id: string
  readonly version: number
  readonly lesson: string
  readonly lessonTitle: string
  readonly section: string
  readonly idea: string
  readonly front: string
  readonly back: string
  /** Where the passage stands that answers it; undefined while its lesson isn't written, and for own cards. */
  readonly passage: string | undefined
  /** The name by which another seed of the same truth is drawn at each showing. */
  readonly drawn?: string | undefined
}

/** All cards, and the section that each question of the course stands in. */
export interface Course {
  readonly cards: readonly CourseCard[]
  readonly sections: Readonly<Record<string, string>>
}

/** The key of a card's history: its id and version. */
export const cardKeyOf = ({ id, version }: CourseCard): string => `${id}@${version}`

/** The course's cards and the reader's own; an own card is an idea of its own. */
export function withOwn(course: readonly CourseCard[], reviews: Reviews): readonly CourseCard[] {
  const titles = new Map(course.map(({ lesson, lessonTitle }) => [lesson, lessonTitle]))
  const own = [...reviews.own.values()].map(({ id, lesson, front, back }) => ({
    ...{ id, version: 1, lesson, section: '', idea: id, front, back, passage: undefined },
    lessonTitle: titles.get(lesson) ?? 'Your own cards',
  }))
  return [...course, ...own]
}
