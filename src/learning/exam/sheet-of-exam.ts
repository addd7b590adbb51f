import { kinds } from '#learning/kinds/index.ts'
import { seedOf } from '../shuffle.ts'
import { gradeText } from './regrade.ts'
import type { Gradable } from './regrade.ts'
import type { ExamSheet } from './sheet.ts'
import type { Exam } from './state.ts'

/** A question as an exam asks it. */
interface ExamQuestion extends Gradable {
  readonly computed?: { readonly cell: string; readonly value: string } | undefined
}

/** What an exam shuffles a question's options by. */
const itemSeed = (examSeed: number, question: string): number => seedOf(`${examSeed}/${question}`)

/** A question with its options in the order of an exam. */
export function asExamined<Question extends Gradable>(question: Question, examSeed: number): Question {
  const reshuffle = kinds.get(question.kind)?.reshuffle
  return reshuffle === undefined
    ? question
    : { ...question, data: reshuffle(question.data, itemSeed(examSeed, question.id)) }
}

/** The sheet of an exam that was submitted. A question that the course no longer has is left out. */
export function sheetOfExam(
  { exam, seed, lessons, begunAt, items, marks, end }: Exam,
  questions: ReadonlyMap<string, ExamQuestion>,
): ExamSheet {
  return {
    ...{ exam, seed, lessons, begunAt, submittedAt: end?.at ?? begunAt },
    items: items.flatMap(({ question: id, version }) => {
      const question = questions.get(id)
      if (question === undefined || question.version !== version) return []
      const { answer, isFlagged } = marks.get(id) ?? { answer: null, isFlagged: false }
      const verdict = gradeText(question, answer)
      const plan = planOf(question.data)
      return {
        ...{ question: id, version, kind: question.kind, seed: itemSeed(seed, id) },
        ...{ answer: verdict === undefined ? null : answer, choice: verdict?.choice ?? null },
        ...{ isRight: verdict?.right ?? false, isFlagged, computed: question.computed },
        ...(plan !== undefined && { plan }),
      }
    }),
  }
}

/** The plan of the run that a question is about, whichever kind has one. */
function planOf(data: unknown): unknown {
  const { plan, picture } = data as {
    readonly plan?: unknown
    readonly picture?: { readonly plan?: unknown }
  }
  return plan ?? picture?.plan
}
