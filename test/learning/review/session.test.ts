import { describe, expect, it } from 'vitest'
import type { LearningEvent } from '#learning/event.ts'
import type { Grade } from '#learning/review/grade.ts'
import { nextCard, todayOf, withGrade } from '#learning/review/session.ts'
import { reviewsOf } from '#learning/reviews.ts'

const start = 1_760_000_000_000
const minute = 60_000
const day = 86_400_000
const cards = Array.from({ length: 40 }, (_, index) => ({
  id: `replicas.c${index}`,
  version: 1,
  lesson: 'replicas',
  section: 'a',
  idea: `i${Math.floor(index / 2)}`,
}))

/** Asks and grades until the day is done, a card every 10 s; gives the keys in order. */
function study(log: LearningEvent[], from: number, grade: (turn: number) => Grade): readonly string[] {
  const asked: string[] = []
  let reviews = reviewsOf(log)
  for (let turn = 0; turn < 200; turn++) {
    const now = from + turn * 10_000
    const key = nextCard(reviews, cards, new Set(), { now, offsetMinutes: 0 }, asked.at(-1))
    if (key === undefined) return asked
    asked.push(key)
    const event = {
      ...{ id: `g-${from}-${turn}`, device: 'd', at: now, type: 'graded' as const },
      ...{ card: key.split('@')[0]!, version: 1, grade: grade(turn) },
    }
    log.push(event)
    reviews = withGrade(reviews, event)!
    expect(reviews).toEqual(reviewsOf(log))
  }
  throw new Error('the day never ended')
}

describe('a session of reviews', () => {
  it('ends, having asked ten new cards of ten ideas until each was known or rests past the session', () => {
    const log: LearningEvent[] = []
    const asked = study(log, start, (turn) => (turn % 7 === 3 ? 'again' : 'good'))
    expect(new Set(asked).size).toBe(10)
    expect(new Set(asked.map((key) => cards.find(({ id }) => key.startsWith(`${id}@`))!.idea)).size).toBe(10)
    for (const [index, key] of asked.entries())
      expect(asked[index + 1] === key && asked.length > index + 3).toBe(false)
  })

  it('asks nothing more today, and comes back with what is due on a later day', () => {
    const log: LearningEvent[] = []
    study(log, start, () => 'good')
    const clock = (now: number) => ({ now, offsetMinutes: 0 })
    expect(nextCard(reviewsOf(log), cards, new Set(), clock(start + 40 * minute))).toBeUndefined()
    const later = todayOf(reviewsOf(log), cards, new Set(), clock(start + 30 * day))
    expect(later.due).toBe(10)
    expect(later.fresh).toBe(10)
  })
})
