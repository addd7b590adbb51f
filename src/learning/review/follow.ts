import { reachOf } from '../effective.ts'
import type { Reset } from '../effective.ts'
import type { LearningEvent } from '../event.ts'
import type { Part } from '../part.ts'
import { unversioned } from '../progress.ts'
import { reviewsOf } from '../reviews.ts'
import type { Reviews } from '../reviews.ts'
import { withGrade } from './session.ts'

/** What a log amounts to for cards, as a part that an event carries on. */
export const reviewsPart: Part<Reviews> = { of: reviewsOf, after: reviewsAfter }

/** The reviews after an event that follows all that's in them: of what was said twice, it's the latest. */
function reviewsAfter(reviews: Reviews, event: LearningEvent): Reviews {
  switch (event.type) {
    case 'graded':
      return withGrade(reviews, event) ?? reviews
    case 'buried':
      return { ...reviews, buriedUntil: new Map(reviews.buriedUntil).set(event.card, event.untilAt) }
    case 'suspended': {
      const name = event.what === 'card' ? 'suspendedCards' : 'suspendedDecks'
      const suspended = new Set(reviews[name])
      if (event.isSuspended) suspended.add(event.which)
      else suspended.delete(event.which)
      return { ...reviews, [name]: suspended }
    }
    case 'wrote': {
      const { card, lesson, front, back } = event
      const own = new Map(reviews.own)
      if (event.isRemoved) own.delete(card)
      else own.set(card, { id: card, lesson, front, back })
      return { ...reviews, own }
    }
    case 'noted': {
      const notes = new Map(reviews.notes)
      if (event.text === '') notes.delete(event.card)
      else notes.set(event.card, event.text)
      return { ...reviews, notes }
    }
    case 'set':
      return withSetting(reviews, event)
    case 'reset':
      return without(reviews, event)
    default:
      return reviews
  }
}

/** The reviews without what a reset forgets. */
function without(reviews: Reviews, reset: Reset): Reviews {
  const { card } = reachOf(reset)
  const left = <Value>(map: ReadonlyMap<string, Value>, idOf: (key: string) => string) =>
    new Map([...map].filter(([key]) => !card(idOf(key))))
  return {
    ...reviews,
    histories: left(reviews.histories, unversioned),
    standings: left(reviews.standings, unversioned),
    buriedUntil: left(reviews.buriedUntil, (id) => id),
  }
}

function withSetting(reviews: Reviews, { name, value }: LearningEvent & { readonly type: 'set' }): Reviews {
  if (name === 'teacherNotes') return reviews
  if (name === 'minutes') return { ...reviews, minutesADay: value }
  return { ...reviews, caps: { ...reviews.caps, [name]: value } }
}
