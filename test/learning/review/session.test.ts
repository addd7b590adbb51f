import { describe, expect, it } from 'vitest'
import type { LearningEvent } from '#learning/event.ts'
import type { Grade } from '#learning/schedule/grade.ts'
import { backlogOf, nextCard, todayOf, withGrade } from '#learning/review/session.ts'
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

describe('a backlog', () => {
  const many = Array.from({ length: 400 }, (_, index) => ({
    ...cards[0]!,
    id: `replicas.m${index}`,
    idea: `m${index}`,
  }))
  const graded = (index: number, at: number): LearningEvent => ({
    ...{ id: `b-${index}-${at}`, device: 'd', at, type: 'graded' },
    ...{ card: `replicas.m${index}`, version: 1, grade: 'easy' },
  })
  const log = many.slice(0, 380).map((_, index) => graded(index, start - 200 * day))
  const clock = { now: start, offsetMinutes: 0 }
  const today = (events: readonly LearningEvent[]) => todayOf(reviewsOf(events), many, new Set(), clock)

  it('is spread: a day holds the minutes that the reader gives it, no new card, and says how many days it takes', () => {
    const first = today(log)
    expect([first.due, first.fresh, first.waiting, first.ask.length]).toEqual([80, 0, 300, 80])
    expect(backlogOf(first, reviewsOf(log))).toEqual({ days: 5, minutesADay: 12 })
    const done = first.ask.map((key) => graded(Number(/m(\d+)/.exec(key)![1]), start - minute))
    const later = today([...log, ...done])
    expect([later.due, later.waiting]).toEqual([0, 300])
    expect(backlogOf(later, reviewsOf(log))).toEqual({ days: 4, minutesADay: 12 })
    const slower: LearningEvent = { id: 's', device: 'd', at: 1, type: 'set', name: 'minutes', value: 3 }
    expect([
      today([...log, slower]).due,
      backlogOf(today([...log, slower]), reviewsOf([...log, slower])),
    ]).toEqual([20, { days: 19, minutesADay: 3 }])
  })

  it('that fits into a day is no backlog, and new cards come as ever', () => {
    const few = log.slice(0, 60)
    expect([today(few).due, today(few).fresh, backlogOf(today(few), reviewsOf(few))]).toEqual([
      60,
      10,
      undefined,
    ])
  })
})

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
