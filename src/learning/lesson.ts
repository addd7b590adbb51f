import type { Progress } from './progress.ts'

/** All that there is to do in a lesson, as the build knows it. */
export interface LessonItems {
  readonly lesson: string
  readonly sections: readonly string[]
  /** The headings of the sections, in the same order. */
  readonly titles?: readonly string[]
  /** Older addresses of a section, by its address now: a reader who read it under one of them has read it. */
  readonly formerly?: Readonly<Record<string, readonly string[]>>
  readonly cells: readonly string[]
  /** Questions and cards as `id@version`. */
  readonly questions: readonly string[]
  readonly cards: readonly string[]
}

/** How far a learner is in one lesson: done and of how many. */
export interface LessonProgress {
  readonly read: Count
  readonly ran: Count
  /** Right at the first attempt. */
  readonly right: Count
  readonly answered: Count
  readonly turned: Count
}

/** So many of so many. */
export interface Count {
  readonly done: number
  readonly of: number
}

/** A lesson's share of the learner's progress. What the lesson no longer has counts for nothing. */
export function lessonProgress(progress: Progress, items: LessonItems): LessonProgress {
  const count = (all: readonly string[], isDone: (item: string) => boolean): Count => ({
    done: all.filter(isDone).length,
    of: all.length,
  })
  return {
    read: count(items.sections, (section) => isRead(progress, items, section)),
    ran: count(items.cells, (cell) => progress.ran.get(items.lesson)?.has(cell) ?? false),
    right: count(items.questions, (question) => progress.answered.get(question)?.first.right ?? false),
    answered: count(items.questions, (question) => progress.answered.has(question)),
    turned: count(items.cards, (card) => progress.turned.has(card)),
  }
}

/** Whether a section was seen to its end, under its address now or an older one. */
export function isRead(progress: Progress, items: LessonItems, section: string): boolean {
  const read = progress.read.get(items.lesson)
  return [section, ...(items.formerly?.[section] ?? [])].some((address) => read?.has(address))
}

/** How a lesson stands: untouched, begun, or read to the end with every question of its text answered. */
export function standing({ read, ran, answered, turned }: LessonProgress): 'new' | 'begun' | 'done' {
  if (read.done + ran.done + answered.done + turned.done === 0) return 'new'
  return read.done === read.of && answered.done === answered.of ? 'done' : 'begun'
}

/** The share of sections and questions that is done, 0 to 1: what the mark in the lesson list draws. */
export function share({ read, answered }: LessonProgress): number {
  const of = read.of + answered.of
  return of === 0 ? 0 : (read.done + answered.done) / of
}

/** The two counts that a mark draws, in few words: `4 of 7 sections read, 5 of 5 questions answered`. */
export function inFewWords(lesson: LessonProgress): string {
  const { read, answered } = lesson
  if (standing(lesson) === 'new') return ''
  const parts = [
    read.of > 0 && `${read.done} of ${read.of} sections read`,
    answered.of > 0 && `${answered.done} of ${answered.of} questions answered`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}

/** The same in words, for the lesson list and for screen readers: `3 of 7 sections read, 2 of 5 questions right`. */
export function lessonInWords(lesson: LessonProgress): string {
  if (standing(lesson) === 'new') return 'not started'
  const parts = [
    lesson.read.of > 0 && `${lesson.read.done} of ${lesson.read.of} sections read`,
    lesson.ran.of > 0 && `${lesson.ran.done} of ${lesson.ran.of} cells run`,
    lesson.answered.of > 0 &&
      `${lesson.answered.done} of ${lesson.answered.of} questions answered, ${lesson.right.done} right first time`,
    lesson.turned.of > 0 && `${lesson.turned.done} of ${lesson.turned.of} cards flipped`,
  ]
  return parts.filter((part) => part !== false).join('; ')
}
