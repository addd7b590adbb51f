import { isDeep } from '#text/deep.ts'
import { isCount, isText } from '#text/shapes.ts'
import { isGrade } from './schedule/grade.ts'
import type { Confidence, Happening, StoredEvent, LearningEvent } from './event.ts'

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
