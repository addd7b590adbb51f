import { kinds } from '#learning/kinds/index.ts'
import type { Kind, Verdict } from '#learning/quiz/kind.ts'
import type { ExamSheet, SheetItem } from './sheet.ts'

/** A question as it's now asked, as far as grading goes. */
export interface Gradable {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly data: unknown
}

/** An item of a sheet, graded again. */
export interface Regraded {
  readonly item: SheetItem
  /**
   * `same`: graded as the sheet says. `differs`: the sheet says otherwise, so it was changed by hand. `changed`: the
   * course now asks another version of the question. `gone`: the course no longer has it.
   */
  readonly outcome: 'same' | 'differs' | 'changed' | 'gone'
  /** Undefined for a question that was left out, or that can't be graded any more. */
  readonly verdict: Exclude<Verdict, { readonly ask: string }> | undefined
}

/** Grades every answer of a sheet again: what a sheet says of itself isn't believed. */
export function regrade({ items }: ExamSheet, questions: ReadonlyMap<string, Gradable>): readonly Regraded[] {
  return items.map((item): Regraded => {
    const question = questions.get(item.question)
    if (question === undefined) return { item, outcome: 'gone', verdict: undefined }
    if (question.version !== item.version || question.kind !== item.kind)
      return { item, outcome: 'changed', verdict: undefined }
    const verdict = gradeText(question, item.answer)
    return { item, outcome: (verdict?.right ?? false) === item.isRight ? 'same' : 'differs', verdict }
  })
}

/** The verdict on an answer that is kept as JSON text; undefined for none, or for one that can't be graded. */
export function gradeText(
  { kind, data }: Gradable,
  answer: string | null,
): Exclude<Verdict, { readonly ask: string }> | undefined {
  if (answer === null) return undefined
  try {
    const verdict = (kinds.get(kind) as Kind).grade(data, JSON.parse(answer))
    return verdict.ask === undefined ? verdict : undefined
  } catch {
    // A sheet may hold anything in place of an answer: what no form gives counts as no answer.
    return undefined
  }
}

/**
 * An answer that is kept as JSON text, as the form of its kind takes it; undefined for none, and for what no form of this
 * kind gives: a file may hold anything.
 */
export function formAnswer({ kind }: Gradable, answer: string | null): unknown {
  if (answer === null) return undefined
  try {
    const given: unknown = JSON.parse(answer)
    const like = (kinds.get(kind) as Kind).recall('x')
    if (given === 'none' && typeof like === 'object' && !Array.isArray(like)) return given
    const isLike =
      typeof given === typeof like && Array.isArray(given) === Array.isArray(like) && given !== null
    return isLike ? given : undefined
  } catch {
    return undefined
  }
}

/** What is asked back where something was typed that can't be read as an answer: it would count as none. */
export function askedBack(question: Gradable, answer: string | null): string | undefined {
  const given = formAnswer(question, answer)
  if (typeof given !== 'string' || given.trim() === '') return undefined
  return (kinds.get(question.kind) as Kind).grade(question.data, given).ask
}
