import { useEffect, useState } from 'preact/hooks'
import type { Happening } from '#learning/event.ts'
import { isAhead, reviewsAt } from '#learning/odd-clock.ts'
import type { Progress } from '#learning/progress.ts'
import { missedCards } from '#learning/reviews.ts'
import type { Reviews } from '#learning/reviews.ts'
import type { Clock } from '#learning/schedule/queue.ts'
import { learner } from '#learner/learner.ts'
import type { Learner } from '#learner/learner.ts'
import { withOwn } from './card.ts'
import type { Course, CourseCard } from './card.ts'

/** What a page of cards knows of the reader: their cards, what the log amounts to, and the way to add to it. */
export interface Deck {
  readonly cards: readonly CourseCard[]
  readonly reviews: Reviews
  readonly progress: Progress
  /** Ids of the cards that a missed question makes due. */
  readonly missed: ReadonlySet<string>
  /** Adds to the log; gives the event's id, for an undo. */
  record(happening: Happening): Promise<string>
  /** Adds many at once. */
  recordAll(happenings: readonly Happening[]): Promise<void>
}

/** The reader's clock now. */
export const readClock = (): Clock => ({ now: Date.now(), offsetMinutes: new Date().getTimezoneOffset() })

/** Follows the reader's log. Undefined until the cards and the log are there; a text says why they can't be had. */
export function useDeck(address: string): Deck | string | undefined {
  const [deck, setDeck] = useState<Deck | string>()
  useEffect(() => {
    let stop = () => {}
    Promise.all([courseAt(address), learner()])
      .then(([course, found]) => {
        const look = () => found.reviews().then((reviews) => setDeck(deckOf(course, found, reviews)))
        stop = found.watch(() => void look())
        return look()
      })
      .catch(() => setDeck('The cards couldn’t be loaded. Are you offline? Reload to try again.'))
    return () => stop()
  }, [address])
  return deck
}

async function courseAt(address: string): Promise<Course> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return (await response.json()) as Course
}

function deckOf(course: Course, { progress: done, record, recordAll }: Learner, all: Reviews): Deck {
  const progress = done()
  const { now } = readClock()
  const reviews = reviewsAt(all, now)
  const cards = withOwn(course.cards, reviews)
  return {
    cards,
    reviews,
    progress,
    missed: missedCards(reviews, cards, answersOf(progress, course, now)),
    record,
    recordAll,
  }
}

function answersOf({ answered }: Progress, { sections }: Course, now: number) {
  return [...answered].flatMap(([key, { last }]) => {
    const question = key.slice(0, key.lastIndexOf('@'))
    const section = sections[question]
    const [lesson = ''] = question.split('.')
    // Later than any grading, such an answer would make its cards due again and again.
    const isOut = section === undefined || isAhead(last.at, now)
    return isOut ? [] : [{ lesson, section, at: last.at, right: last.right }]
  })
}
