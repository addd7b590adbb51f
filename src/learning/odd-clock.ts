import { notTakenBack } from './effective.ts'
import { oddMs } from './stamp.ts'
import type { Happening, StoredEvent } from './event.ts'
import type { Reviews } from './reviews.ts'
import { standingOf } from './schedule/schedule.ts'

/** Whether a time is so far ahead of a clock that reads `now` that another clock, a wrong one, must have given it. */
export const isAhead = (at: number, now: number): boolean => at > now + oddMs

/**
 * The reviews as they count by a clock that reads `now`. A review from a clock that ran far ahead says nothing about when
 * its card is due: it waits in the log until the clock gets there, and the card goes by the reviews before it.
 */
export function reviewsAt(reviews: Reviews, now: number): Reviews {
  const odd = [...reviews.standings].filter(([, { lastAt }]) => isAhead(lastAt, now))
  if (odd.length === 0) return reviews
  const histories = new Map(reviews.histories)
  const standings = new Map(reviews.standings)
  for (const [key] of odd) {
    const sane = (histories.get(key) ?? []).filter(({ at }) => !isAhead(at, now))
    const standing = standingOf(key, sane)
    if (standing === undefined) {
      histories.delete(key)
      standings.delete(key)
    } else {
      histories.set(key, sane)
      standings.set(key, standing)
    }
  }
  return { ...reviews, histories, standings }
}

/**
 * What has to be added so that a reset from a clock that ran far ahead forgets what came before it, and not all that comes
 * until that clock is right: it's taken back, and made again by the clock that reads `now`.
 */
export function redated(events: readonly StoredEvent[], now: number): readonly Happening[] {
  return notTakenBack(events).flatMap((event): readonly Happening[] => {
    if (event.type !== 'reset' || !isAhead(event.at, now)) return []
    const { id, reach, lesson, section, questions } = event
    return [
      { type: 'undone', event: id },
      { type: 'reset', reach, lesson, section, questions },
    ]
  })
}
