import { kinds } from '#learning/kinds/index.ts'
import { versioned } from '../progress.ts'
import type { Progress } from '../progress.ts'
import type { Gradable } from './regrade.ts'
import type { ExamSheet } from './sheet.ts'

/** The name that a sheet made of a learner's progress has in place of an exam's id. */
export const ownResults = 'my results'

/** A question as far as a sheet records it. */
interface Recordable extends Gradable {
  readonly lesson: string
  readonly seed: number
  readonly computed?: { readonly cell: string; readonly value: string } | undefined
}

/**
 * A learner's first answers as a sheet, in the course's order: the same form as an exam's, so that a teacher opens both
 * alike. Questions that weren't answered are left out; one that was answered in an older version isn't in it either.
 */
export function sheetOfProgress(
  { answered }: Progress,
  questions: readonly Recordable[],
  now: number,
): ExamSheet {
  const items = questions.flatMap((question) => {
    const first = answered.get(versioned(question.id, question.version))?.first
    const kind = kinds.get(question.kind)
    if (first === undefined || kind === undefined) return []
    return {
      at: first.at,
      question: question.id,
      version: question.version,
      kind: question.kind,
      seed: question.seed,
      answer: JSON.stringify(kind.recall(first.choice)) ?? null,
      choice: first.choice,
      isRight: first.right,
      isFlagged: false,
      computed: question.computed,
    }
  })
  const times = items.map(({ at }) => at)
  return {
    exam: ownResults,
    seed: 0,
    lessons: [...new Set(questions.map(({ lesson }) => lesson))],
    begunAt: times.length === 0 ? now : Math.min(...times),
    submittedAt: times.length === 0 ? now : Math.max(...times),
    items: items.map(({ at: _at, ...item }) => item),
  }
}
