import { isLearningEvent } from './event.ts'
import type { LearningEvent, StoredEvent } from './event.ts'

type Reset = LearningEvent & { readonly type: 'reset' }

/**
 * The events that count: those that this version understands, that nobody took back, and that no later reset reaches.
 * The same whatever the order in which they came. What was taken back stays in the log: an undo can be undone.
 */
export function effective(events: readonly StoredEvent[]): readonly LearningEvent[] {
  const known = events.filter(isLearningEvent)
  const undos = new Map<string, string[]>()
  for (const event of known) {
    if (event.type === 'undone') undos.set(event.event, [...(undos.get(event.event) ?? []), event.id])
  }
  const counted = undos.size === 0 ? known : known.filter(({ id }) => counts(id, undos))
  const resets = counted.filter((event): event is Reset => event.type === 'reset')
  return resets.length === 0
    ? counted
    : counted.filter((event) => !resets.some((reset) => isEarlier(event, reset) && reaches(reset, event)))
}

/** An event counts unless an undo that counts names it. A circle of undos, which no page writes, counts for nothing. */
function counts(
  id: string,
  undos: ReadonlyMap<string, readonly string[]>,
  above: readonly string[] = [],
): boolean {
  if (above.includes(id)) return false
  return !(undos.get(id) ?? []).some((undo) => counts(undo, undos, [...above, id]))
}

const isEarlier = (one: LearningEvent, other: LearningEvent): boolean =>
  one.at < other.at || (one.at === other.at && one.id < other.id)

/** Own cards, notes and settings are the reader's work: a reset leaves them. */
function reaches({ reach, lesson, section, questions }: Reset, event: LearningEvent): boolean {
  const isOf = (item: string): boolean =>
    reach === 'everything' || (reach === 'lesson' && lessonOf(item) === lesson)
  switch (event.type) {
    case 'read':
      return (
        reach === 'everything' ||
        (event.lesson === lesson &&
          (reach === 'lesson' || (reach === 'section' && event.section === section)))
      )
    case 'ran':
      return reach === 'everything' || (reach === 'lesson' && event.lesson === lesson)
    case 'answered':
      return (
        isOf(event.question) ||
        ((reach === 'question' || reach === 'section') && questions.includes(event.question))
      )
    case 'predicted':
      return isOf(event.prediction) || (reach === 'section' && questions.includes(event.prediction))
    case 'solved':
      return reach === 'everything'
    case 'turned':
    case 'graded':
    case 'buried':
      return isOf(event.card)
    case 'exam-begun':
    case 'exam-marked':
    case 'exam-ended':
      return reach === 'everything'
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
