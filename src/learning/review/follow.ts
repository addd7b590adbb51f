import { isLearningEvent } from '../event.ts'
import type { StoredEvent } from '../event.ts'
import { reviewsOf } from '../reviews.ts'
import type { Reviews } from '../reviews.ts'
import { withGrade } from './session.ts'

/**
 * Follows a log that grows: gives what it amounts to for cards each time. One grading more, later than all before it, is
 * added to what is known; anything else is counted again. `events` are in the order in which they came.
 */
export function followReviews(): (events: readonly StoredEvent[]) => Reviews {
  let reviews: Reviews | undefined
  let known = 0
  let latest = -Infinity
  let undone: ReadonlySet<string> = new Set()
  return (events) => {
    const last = events.at(-1)
    const isOneMore =
      reviews !== undefined && events.length === known + 1 && last !== undefined && last.at > latest
    const added =
      isOneMore && isLearningEvent(last) && !undone.has(last.id) ? withGrade(reviews!, last) : undefined
    if (reviews === undefined || events.length !== known || added !== undefined)
      reviews = added ?? reviewsOf(events)
    latest = isOneMore ? last.at : events.reduce((most, { at }) => Math.max(most, at), -Infinity)
    if (added === undefined && events.length !== known) undone = undoneIn(events)
    known = events.length
    return reviews
  }
}

/** The ids that undos name, whether or not what they name has come yet: another device's undo may come first. */
const undoneIn = (events: readonly StoredEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (isLearningEvent(event) && event.type === 'undone' ? [event.event] : [])))
