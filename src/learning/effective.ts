import { isLearningEvent } from './event-shapes.ts'
import type { LearningEvent, StoredEvent } from './event.ts'

/** A learner forgets what was done before, within its reach. */
export type Reset = LearningEvent & { readonly type: 'reset' }

/**
 * The events that count: those that this version understands, that nobody took back, and that no later reset reaches.
 * The same whatever the order in which they came. What was taken back stays in the log: an undo can be undone.
 */
export function effective(events: readonly StoredEvent[]): readonly LearningEvent[] {
  const counted = notTakenBack(events)
  const resets = counted
    .filter((event): event is Reset => event.type === 'reset')
    .map((event) => ({ event, reach: reachOf(event) }))
  return resets.length === 0
    ? counted
    : counted.filter(
        (one) => !resets.some(({ event, reach }) => isEarlier(one, event) && reaches(reach, one)),
      )
}

/**
 * The events that this version understands and that no undo takes back. An undo counts unless another one that counts
 * takes it back. In time that grows with the log alone, however long the chains of undos that a foreign file holds; a
 * circle of undos, which no page writes, counts for nothing.
 */
export function notTakenBack(events: readonly StoredEvent[]): readonly LearningEvent[] {
  const known = events.filter(isLearningEvent)
  const targets = new Map<string, string>()
  for (const event of known) if (event.type === 'undone') targets.set(event.id, event.event)
  if (targets.size === 0) return known
  /** How many undos of each event are still to be judged. */
  const open = new Map<string, number>()
  for (const target of targets.values()) open.set(target, (open.get(target) ?? 0) + 1)
  const takenBack = new Set<string>()
  const judged = [...targets.keys()].filter((undo) => !open.has(undo))
  for (let undo = judged.pop(); undo !== undefined; undo = judged.pop()) {
    const target = targets.get(undo)!
    if (!takenBack.has(undo)) takenBack.add(target)
    const left = open.get(target)! - 1
    open.set(target, left)
    if (left === 0 && targets.has(target)) judged.push(target)
  }
  for (const undo of targets.keys()) if ((open.get(undo) ?? 0) > 0) takenBack.add(undo)
  return known.filter(({ id }) => !takenBack.has(id))
}

type Stamped = Pick<LearningEvent, 'id' | 'at'>

/** Whether one event comes before another: by its time, and at the same time by its id, on every device alike. */
export const isEarlier = (one: Stamped, other: Stamped): boolean =>
  one.at < other.at || (one.at === other.at && one.id < other.id)

/** What a reset forgets of what was done before it, by what was done. */
interface Reach {
  section(lesson: string, section: string): boolean
  cellsOf(lesson: string): boolean
  question(id: string): boolean
  prediction(id: string): boolean
  card(id: string): boolean
  /** Challenges and exams as well. */
  readonly isWhole: boolean
}

/** The reach of a reset. Own cards, notes and settings are the reader's work: no reset forgets them. */
export function reachOf({ reach, lesson, section, questions }: Reset): Reach {
  const isWhole = reach === 'everything'
  const isOfLesson = (item: string): boolean => reach === 'lesson' && lessonOf(item) === lesson
  const isNamed = (item: string): boolean => questions.includes(item)
  return {
    isWhole,
    section: (of, one) =>
      isWhole || (of === lesson && (reach === 'lesson' || (reach === 'section' && one === section))),
    cellsOf: (of) => isWhole || (reach === 'lesson' && of === lesson),
    question: (id) =>
      isWhole || isOfLesson(id) || ((reach === 'question' || reach === 'section') && isNamed(id)),
    prediction: (id) => isWhole || isOfLesson(id) || (reach === 'section' && isNamed(id)),
    card: (id) => isWhole || isOfLesson(id),
  }
}

function reaches(reset: Reach, event: LearningEvent): boolean {
  switch (event.type) {
    case 'read':
      return reset.section(event.lesson, event.section)
    case 'ran':
      return reset.cellsOf(event.lesson)
    case 'answered':
      return reset.question(event.question)
    case 'predicted':
      return reset.prediction(event.prediction)
    case 'turned':
    case 'graded':
    case 'buried':
      return reset.card(event.card)
    case 'solved':
    case 'exam-begun':
    case 'exam-marked':
    case 'exam-ended':
      return reset.isWhole
    case 'undone':
    case 'suspended':
    case 'wrote':
    case 'noted':
    case 'set':
    case 'reset':
      return false
  }
}

/** The lesson of an item, by its id: `replicas.quorum` is of `replicas`. */
export const lessonOf = (item: string): string => item.slice(0, Math.max(0, item.indexOf('.')))
