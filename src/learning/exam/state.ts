import { effective, isEarlier, reachOf } from '../effective.ts'
import type { LearningEvent, StoredEvent } from '../event.ts'
import type { Part } from '../part.ts'

/** How a question of an exam stands. */
export interface ExamMark {
  /** What its form holds, as JSON text; null while nothing was answered. */
  readonly answer: string | null
  readonly isFlagged: boolean
}

/** An exam as a log tells it. */
export interface Exam {
  readonly exam: string
  readonly seed: number
  readonly lessons: readonly string[]
  readonly items: readonly { readonly question: string; readonly version: number }[]
  readonly isTimed: boolean
  readonly begunAt: number
  /** The latest mark of each question, up to the end of the exam. */
  readonly marks: ReadonlyMap<string, ExamMark>
  /** How and when it ended: the first end counts, so that no exam is submitted twice. */
  readonly end: { readonly at: number; readonly isSubmitted: boolean } | undefined
}

/** Every exam of a log by its id, the same whatever the order of the events. One without a beginning is passed over. */
export function examsOf(events: readonly StoredEvent[]): ReadonlyMap<string, Exam> {
  const counted = effective(events)
  const begun = earliest(
    counted.filter((event): event is OfType<'exam-begun'> => event.type === 'exam-begun'),
  )
  const ended = earliest(
    counted.filter((event): event is OfType<'exam-ended'> => event.type === 'exam-ended'),
  )
  const marks = new Map<string, Map<string, Marked>>()
  for (const event of counted) {
    if (event.type !== 'exam-marked') continue
    const end = ended.get(event.exam)
    if (end !== undefined && isEarlier(end, event)) continue
    const known = marks.get(event.exam) ?? new Map<string, Marked>()
    const before = known.get(event.question)
    if (before === undefined || isEarlier(before, event)) known.set(event.question, event)
    marks.set(event.exam, known)
  }
  return new Map(
    [...begun].map(([exam, { seed, lessons, items, isTimed, at }]) => {
      const end = ended.get(exam)
      const of = [...(marks.get(exam) ?? [])].map(([question, { answer, isFlagged }]) => {
        return [question, { answer, isFlagged }] as const
      })
      return [
        exam,
        {
          ...{ exam, seed, lessons, items, isTimed, begunAt: at, marks: new Map(of) },
          end: end && { at: end.at, isSubmitted: end.isSubmitted },
        },
      ]
    }),
  )
}

const ofExams: readonly string[] = ['exam-begun', 'exam-marked', 'exam-ended']

/** The events of a log that are about exams and count, as a part: there are as many as a reader gave answers in exams. */
export const examsPart: Part<readonly LearningEvent[]> = {
  of: (events) => effective(events).filter(({ type }) => ofExams.includes(type)),
  after: (known, event) => {
    if (event.type === 'reset') return reachOf(event).isWhole ? [] : known
    return ofExams.includes(event.type) ? [...known, event] : known
  },
}

/** The exam that a reader is in: the latest that hasn't ended. */
export function currentExam(exams: ReadonlyMap<string, Exam>): Exam | undefined {
  const open = [...exams.values()].filter(({ end }) => end === undefined)
  return open.sort((one, other) => other.begunAt - one.begunAt || (one.exam < other.exam ? -1 : 1))[0]
}

type OfType<Type extends LearningEvent['type']> = Extract<LearningEvent, { readonly type: Type }>
type Marked = OfType<'exam-marked'>

/** The first event of each exam. */
function earliest<Event extends LearningEvent & { readonly exam: string }>(
  events: readonly Event[],
): ReadonlyMap<string, Event> {
  const found = new Map<string, Event>()
  for (const event of events) {
    const known = found.get(event.exam)
    if (known === undefined || isEarlier(event, known)) found.set(event.exam, event)
  }
  return found
}
