import { isDeep } from '#text/deep.ts'
import { isCount, isText } from '#text/shapes.ts'
import { isGrade } from './schedule/grade.ts'
import type { Grade } from './schedule/grade.ts'

/** What every event of a learner carries. Events are only ever added, so two lists merge by union of their ids. */
interface Stamp {
  /** Unique over all devices: the device's name and its own count. */
  readonly id: string
  /** The replica that wrote it: one page opened in one browser. */
  readonly device: string
  /** Milliseconds since 1970 by the device's clock. Orders attempts; never identifies them. */
  readonly at: number
}

/** How sure the learner said to be before the answer was shown. */
export type Confidence = 'guess' | 'fairly' | 'sure'

/**
 * What happened, without its stamp. `question`, `card` and `prediction` are ids that are unique in the site;
 * `version` is the content's, so that a changed answer opens the item again and a corrected typo doesn't.
 */
export type Happening =
  | { readonly type: 'read'; readonly lesson: string; readonly section: string }
  | { readonly type: 'ran'; readonly lesson: string; readonly cell: string }
  | {
      readonly type: 'answered'
      readonly question: string
      readonly version: number
      readonly choice: string
      readonly right: boolean
      readonly confidence?: Confidence
    }
  | { readonly type: 'turned'; readonly card: string; readonly version: number }
  | {
      readonly type: 'predicted'
      readonly prediction: string
      readonly version: number
      readonly choice: string
    }
  /** A challenge's judge has found an answer right. */
  | { readonly type: 'solved'; readonly challenge: string; readonly version: number }
  /** A card recalled, in one of four grades. */
  | { readonly type: 'graded'; readonly card: string; readonly version: number; readonly grade: Grade }
  /** Takes back one event by its id; an undo can be taken back too. */
  | { readonly type: 'undone'; readonly event: string }
  /** A card rests until a moment, whatever its schedule says. */
  | { readonly type: 'buried'; readonly card: string; readonly untilAt: number }
  /** A card, or a whole deck by its lesson, is asked no more, or again. */
  | {
      readonly type: 'suspended'
      readonly what: 'card' | 'deck'
      readonly which: string
      readonly isSuspended: boolean
    }
  /** A card of the reader's own, as it now is. Its id begins with `own.`. */
  | {
      readonly type: 'wrote'
      readonly card: string
      readonly lesson: string
      readonly front: string
      readonly back: string
      readonly isRemoved: boolean
    }
  /** What the reader wrote to a card; an empty text takes the note away. */
  | { readonly type: 'noted'; readonly card: string; readonly text: string }
  /** How much a day may hold; and whether notes for teachers are shown, 1 or 0. */
  | {
      readonly type: 'set'
      readonly name: 'newCards' | 'reviews' | 'minutes' | 'teacherNotes'
      readonly value: number
    }
  /** An exam with its questions, as the seed chose them of those lessons. `exam` is its own id. */
  | {
      readonly type: 'exam-begun'
      readonly exam: string
      readonly seed: number
      readonly lessons: readonly string[]
      readonly items: readonly { readonly question: string; readonly version: number }[]
      readonly isTimed: boolean
    }
  /** How an exam's question stands: what its form holds, as JSON text, and whether it's flagged. The latest counts. */
  | {
      readonly type: 'exam-marked'
      readonly exam: string
      readonly question: string
      readonly answer: string | null
      readonly isFlagged: boolean
    }
  /** An exam is over, once: submitted, or given up. */
  | { readonly type: 'exam-ended'; readonly exam: string; readonly isSubmitted: boolean }
  /** Earlier events within reach count no more: a question, a section, a lesson, or everything. */
  | {
      readonly type: 'reset'
      readonly reach: 'question' | 'section' | 'lesson' | 'everything'
      readonly lesson: string
      readonly section: string
      readonly questions: readonly string[]
    }

/** Something that a learner did, with its id, its device and its time. */
export type LearningEvent = Stamp & Happening

/** An event of a later version of the site: kept, merged and exported, and read by nobody here. */
type UnknownEvent = Stamp & { readonly type: string }

/** All that a store holds. */
export type StoredEvent = LearningEvent | UnknownEvent

const confidences: readonly unknown[] = ['guess', 'fairly', 'sure'] satisfies Confidence[]

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isExamItem = (value: unknown): boolean => {
  const item = value as { question?: unknown; version?: unknown } | null
  return typeof item === 'object' && item !== null && isText(item.question) && isCount(item.version)
}

const shapes: { readonly [type in Happening['type']]: (event: Record<string, unknown>) => boolean } = {
  read: (event) => isText(event['lesson']) && isText(event['section']),
  ran: (event) => isText(event['lesson']) && isText(event['cell']),
  answered: (event) =>
    isText(event['question']) &&
    isCount(event['version']) &&
    isText(event['choice']) &&
    typeof event['right'] === 'boolean' &&
    (event['confidence'] === undefined || confidences.includes(event['confidence'])),
  turned: (event) => isText(event['card']) && isCount(event['version']),
  predicted: (event) => isText(event['prediction']) && isCount(event['version']) && isText(event['choice']),
  solved: (event) => isText(event['challenge']) && isCount(event['version']),
  graded: (event) => isText(event['card']) && isCount(event['version']) && isGrade(event['grade']),
  undone: (event) => isText(event['event']),
  buried: (event) => isText(event['card']) && isTime(event['untilAt']),
  suspended: (event) =>
    ['card', 'deck'].includes(event['what'] as string) &&
    isText(event['which']) &&
    typeof event['isSuspended'] === 'boolean',
  wrote: (event) =>
    isText(event['card']) &&
    event['card'].startsWith('own.') &&
    isText(event['lesson']) &&
    isText(event['front']) &&
    isText(event['back']) &&
    typeof event['isRemoved'] === 'boolean',
  noted: (event) => isText(event['card']) && isText(event['text']),
  set: (event) =>
    ['newCards', 'reviews', 'minutes', 'teacherNotes'].includes(event['name'] as string) &&
    isCount(event['value']),
  'exam-begun': (event) =>
    isText(event['exam']) &&
    isCount(event['seed']) &&
    isTexts(event['lessons']) &&
    Array.isArray(event['items']) &&
    event['items'].every(isExamItem) &&
    typeof event['isTimed'] === 'boolean',
  'exam-marked': (event) =>
    isText(event['exam']) &&
    isText(event['question']) &&
    (event['answer'] === null || isText(event['answer'])) &&
    typeof event['isFlagged'] === 'boolean',
  'exam-ended': (event) => isText(event['exam']) && typeof event['isSubmitted'] === 'boolean',
  reset: (event) =>
    ['question', 'section', 'lesson', 'everything'].includes(event['reach'] as string) &&
    isText(event['lesson']) &&
    isText(event['section']) &&
    isTexts(event['questions']),
}

/** The farthest from 1970 that an event may be, in milliseconds: what's due centuries after it is still a date. */
const farthestMs = 8e15
const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= farthestMs

/**
 * Whether a value read from a store or a file can be kept and merged: it has a whole stamp and a type. What is nested so deep
 * that no store could copy it is none: one refusal would have the storage taken for damaged.
 */
export function isStoredEvent(value: unknown): value is StoredEvent {
  if (typeof value !== 'object' || value === null) return false
  const event = value as Record<string, unknown>
  return (
    isText(event['id']) &&
    event['id'] !== '' &&
    isText(event['device']) &&
    isTime(event['at']) &&
    isText(event['type']) &&
    !isDeep(value)
  )
}

/** Whether this version of the site understands the event: a known type with all that the type asks for. */
export function isLearningEvent(event: StoredEvent): event is LearningEvent {
  const shape = Object.hasOwn(shapes, event.type) ? shapes[event.type as Happening['type']] : undefined
  return shape?.(event as unknown as Record<string, unknown>) ?? false
}

/** A clock that is this far behind what was done before is right, and the one before it was wrong. */
export const oddMs = 7 * 24 * 3600 * 1000

/**
 * Gives each happening its stamp. `name` is the device's; `now` its clock in milliseconds; `latest` the time of the latest
 * event known. A clock that was set back puts nothing before what was done already: first and last go by time.
 */
export function stamper(
  name: string,
  now: () => number,
  latest: () => number = () => -Infinity,
): (happening: Happening) => LearningEvent {
  /** The clock's time, or just after what's known; undefined where one of the two is wrong. */
  const after = (clock: number, known: number): number | undefined =>
    clock > known ? clock : known - clock < oddMs ? known + 1 : undefined
  let count = 0
  let before = -Infinity
  return (happening) => {
    const clock = now()
    const at = after(clock, Math.max(before, latest())) ?? after(clock, before) ?? clock
    before = at
    return { id: `${name}-${(count += 1)}`, device: name, at, ...happening }
  }
}
