import { getCollection } from 'astro:content'
import { resolvedKey } from '#build/question.ts'
import { kinds } from '#learning/kinds/index.ts'
import type { QuestionBase } from '#learning/quiz/base.schema.ts'
import type { Reason } from '#learning/quiz/kind.ts'
import { misconceptionsOf } from '#learning/quiz/references.ts'
import type { Outcome, TeacherNote } from '#learning/teaching.schema.ts'
import { lessonsInOrder, type Lesson } from '#site/lessons.ts'
import { loadQuestion } from '../quiz/load.ts'
import type { ShownQuestion } from '../quiz/shown.ts'

/** A question with all that a teacher wants to know of it, its key computed. */
export interface TaughtQuestion {
  readonly question: ShownQuestion
  readonly place: QuestionBase['place']
  readonly asks: QuestionBase['asks']
  /** Set in a system of the reader's own. */
  readonly transfers: boolean
  /** Every option or known answer with its reason. */
  readonly reasons: readonly Reason[]
  /** Whether the learner makes the answer: the reasons' labels then give it away. */
  readonly produces: boolean
  readonly misconceptions: readonly string[]
  /** What the lesson's cell publishes as its key; undefined where a source states it. */
  readonly computed: { readonly cell: string; readonly value: string } | undefined
  /** The right answer: what the cell published when the site was built, or what the source states. */
  readonly key: unknown
}

/** A misconception that questions of a lesson catch, with the runs whose outcome refutes it. */
export interface Refuted {
  readonly id: string
  readonly says: string
  readonly instead: string
  readonly questions: readonly TaughtQuestion[]
}

/** A lesson as a teacher plans with it. */
export interface TaughtLesson {
  readonly lesson: Lesson
  readonly outcomes: readonly Outcome[]
  readonly notes: readonly TeacherNote[]
  readonly questions: readonly TaughtQuestion[]
  readonly refuted: readonly Refuted[]
}

/** Every written lesson with outcomes, questions and the misconceptions they catch, in the course's order. */
export async function taughtLessons(): Promise<readonly TaughtLesson[]> {
  const lessons = (await lessonsInOrder()).filter(({ data }) => data.status === 'ready')
  return Promise.all(lessons.map(taughtLesson))
}

async function taughtLesson(lesson: Lesson): Promise<TaughtLesson> {
  const quiz = (await getCollection('quizzes')).find(({ id }) => id === lesson.id)?.data
  const teaching = (await getCollection('teaching')).find(({ id }) => id === lesson.id)?.data
  const written = [...(quiz?.questions ?? [])].sort(
    (one, other) => Number(one.place === 'pool') - Number(other.place === 'pool'),
  )
  const questions = await Promise.all(written.map(taught))
  return {
    lesson,
    outcomes: teaching?.outcomes ?? [],
    notes: teaching?.notes ?? [],
    questions,
    refuted: await refuted(questions),
  }
}

async function taught(written: QuestionBase): Promise<TaughtQuestion> {
  const { question, reasons } = await loadQuestion(written.id)
  return {
    question,
    reasons,
    place: written.place,
    asks: written.asks,
    transfers: written.transfers === true,
    produces: kinds.get(written.kind)?.produces ?? false,
    misconceptions: [...new Set(misconceptionsOf(written))],
    computed: 'computed' in written.key ? written.key.computed : undefined,
    key: await resolvedKey(question.lesson, written.key),
  }
}

/** The misconceptions that these questions name, those with a run first. */
async function refuted(questions: readonly TaughtQuestion[]): Promise<readonly Refuted[]> {
  const known = await getCollection('misconceptions')
  return known
    .map(({ data: { id, says, instead } }) => ({
      ...{ id, says, instead },
      questions: questions.filter(({ misconceptions }) => misconceptions.includes(id)),
    }))
    .filter((one) => one.questions.length > 0)
    .sort((one, other) => Number(hasRun(other)) - Number(hasRun(one)))
}

const hasRun = ({ questions }: Refuted): boolean =>
  questions.some(({ question }) => question.run !== undefined)

/** How a kind of question is called in a table: "choose one". */
export const kindName = (kind: string): string => kind.replaceAll('-', ' ')
