import { kinds } from '#learning/kinds/index.ts'
import { shuffle } from '../shuffle.ts'

/** A question as an exam chooses among them. */
interface Examinable {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly lesson: string
}

/** How many questions an exam has when nobody says otherwise, and how many it may have. */
export const usualExam = 10

/** The most questions of one exam. */
export const mostInExam = 40

/**
 * The questions of an exam: as many of each lesson as can be, then mixed. The seed alone decides, so that the same seed
 * over the same questions is the same exam. A kind that's answered by running code is left out: it tells as one goes.
 */
export function pickExam<Question extends Examinable>(
  questions: readonly Question[],
  lessons: readonly string[],
  count: number,
  seed: number,
): readonly Question[] {
  const waiting = lessons.map((lesson, index) =>
    shuffle(
      questions.filter((question) => question.lesson === lesson && kinds.get(question.kind)?.isLive !== true),
      seed + index,
    ).slice(),
  )
  const picked: Question[] = []
  while (picked.length < count && waiting.some(({ length }) => length > 0)) {
    for (const lesson of waiting) {
      const next = lesson.pop()
      if (next !== undefined && picked.length < count) picked.push(next)
    }
  }
  return shuffle(picked, seed)
}
