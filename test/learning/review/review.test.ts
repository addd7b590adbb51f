import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationOf, fewestReviews } from '#learning/schedule/calibration.ts'
import { forecast, queueOf, spread, usualCaps } from '#learning/schedule/queue.ts'
import type { Candidate } from '#learning/schedule/queue.ts'
import { grades } from '#learning/schedule/grade.ts'
import type { Grade } from '#learning/schedule/grade.ts'
import { dueAt, recallChance, restAfter, reviewed, standingOf } from '#learning/schedule/schedule.ts'
import type { Review } from '#learning/schedule/schedule.ts'

const day = 86_400_000
const start = 1_760_000_000_000
const clock = (now: number) => ({ now, offsetMinutes: 0 })

const review = (at: number, grade: Grade, id = `r${at}`): Review => ({ id, at, grade })
const anyGrade = fc.constantFrom(...grades)
const anyHistory = fc.array(
  fc.record({ id: fc.uuid(), at: fc.integer({ min: start, max: start + 400 * day }), grade: anyGrade }),
  { minLength: 1, maxLength: 14 },
)

describe('the schedule of a card', () => {
  it('is the same whatever the order in which reviews arrive', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), (history, turn) => {
        const at = turn % history.length
        const turned = [...history.slice(at), ...history.slice(0, at)].reverse()
        expect(standingOf('a', turned)).toEqual(standingOf('a', history))
      }),
      { seed: 21, numRuns: 80 },
    )
  })

  it('rests no less after a better grade', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const standing = standingOf('a', history)!
        const rest = restAfter('a', standing, standing.lastAt + 5 * day)
        expect(rest.hard).toBeLessThanOrEqual(rest.easy)
        expect(rest.again).toBeLessThanOrEqual(rest.good)
      }),
      { seed: 22, numRuns: 80 },
    )
  })

  it('is never out of reach for a clock that was set back or had run ahead', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.integer({ min: start - 4_000 * day, max: start + 900 * day }),
        (history, now) => {
          const standing = standingOf('a', history)!
          const interval = standing.plannedAt - standing.lastAt
          expect(dueAt(standing, now)).toBeLessThanOrEqual(Math.max(standing.plannedAt, now) + 0)
          expect(dueAt(standing, now) - now).toBeLessThanOrEqual(interval)
        },
      ),
      { seed: 23, numRuns: 200 },
    )
  })

  it('goes to minutes after a lapse and to days after a recall', () => {
    const learnt = [review(start, 'easy'), review(start + 10 * day, 'good')]
    const known = standingOf('a', learnt)!
    expect(known.phase).toBe('known')
    expect(known.plannedAt - known.lastAt).toBeGreaterThan(day)
    const lapsed = reviewed('a', known, review(known.plannedAt, 'again'))
    expect([lapsed.phase, lapsed.lapses]).toEqual(['relearning', 1])
    expect(lapsed.plannedAt - lapsed.lastAt).toBeLessThan(day)
    expect(recallChance(known, known.plannedAt)).toBeCloseTo(0.9, 1)
  })
})

describe('the queue of a day', () => {
  const candidate = (key: string, part: Partial<Candidate> = {}): Candidate => ({
    key,
    idea: key,
    lesson: 'replicas',
    standing: undefined,
    isMissed: false,
    ...part,
  })
  const none = { newCards: 0, reviews: 0 }

  it('asks what was missed first, then the longest overdue, then new cards', () => {
    const due = (days: number) =>
      standingOf('x', [review(start - days * day, 'good', 'a'), review(start - days * day, 'good', 'b')])
    const queue = queueOf(
      [
        candidate('new'),
        candidate('late', { standing: due(60) }),
        candidate('missed', { isMissed: true }),
        candidate('later', { standing: due(90) }),
      ],
      clock(start),
      usualCaps,
      none,
    )
    expect(queue).toEqual({ ask: ['missed', 'later', 'late', 'new'], due: 3, fresh: 1, waiting: 0 })
  })

  it('asks one card of an idea, and no more new ones than the day has left', () => {
    const cards = Array.from({ length: 30 }, (_, index) =>
      candidate(`c${index}`, { idea: `i${Math.floor(index / 2)}` }),
    )
    const queue = queueOf(cards, clock(start), usualCaps, { newCards: 4, reviews: 0 })
    expect(queue.ask).toEqual(['c0', 'c2', 'c4', 'c6', 'c8', 'c10'])
  })

  it('counts what a cap leaves for later', () => {
    const standing = standingOf('x', [
      review(start - 40 * day, 'good', 'a'),
      review(start - 40 * day, 'good', 'b'),
    ])
    const cards = Array.from({ length: 12 }, (_, index) => candidate(`c${index}`, { standing }))
    const queue = queueOf(cards, clock(start), { newCards: 0, reviews: 5 }, none)
    expect([queue.due, queue.waiting]).toEqual([5, 7])
  })

  it('tells each day’s cards in advance, what is overdue on the first', () => {
    const standings = [1, 2, 50].map((days) => standingOf('x', [review(start - days * day, 'easy')])!)
    const days = forecast(standings, clock(start), 30)
    expect(days).toHaveLength(30)
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(days[0]).toBeGreaterThanOrEqual(1)
  })

  it('spreads a backlog over days of equal work', () => {
    expect(spread(400, 9, 12)).toEqual({ days: 5, minutesADay: 12 })
    expect(spread(3, 9, 12)).toEqual({ days: 1, minutesADay: 1 })
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (due, seconds, most) => {
          const { days, minutesADay } = spread(due, seconds, most)
          expect(minutesADay).toBeLessThanOrEqual(most)
          expect(days * minutesADay * 60).toBeGreaterThanOrEqual(due * seconds)
        },
      ),
      { seed: 24 },
    )
  })
})

describe('calibration', () => {
  it('says nothing of forty-nine reviews, and something of fifty', () => {
    const history = (card: string, recalls: number) => {
      const reviews = [review(start, 'easy', card)]
      for (let turn = 0; turn < recalls; turn++)
        reviews.push(review(standingOf(card, reviews)!.plannedAt, 'good', `${card}-${turn}`))
      return [card, reviews] as const
    }
    const cards = Array.from({ length: 24 }, (_, index) => history(`c${index}`, 2))
    expect(calibrationOf(new Map([...cards, history('last', 1)]))).toBeUndefined()
    const enough = calibrationOf(new Map([...cards, history('last', 2)]))
    expect([enough?.reviews, enough?.recalled]).toEqual([fewestReviews, 1])
  })

  it('says nothing below fifty reviews, then meets the share that was recalled', () => {
    const histories = new Map<string, readonly Review[]>()
    for (let card = 0; card < 30; card++) {
      const reviews: Review[] = [review(start, 'easy', `${card}`)]
      let standing = standingOf(`c${card}`, reviews)!
      for (let turn = 0; turn < 2; turn++) {
        const next = review(
          standing.plannedAt,
          (card + turn) % 10 === 0 ? 'again' : 'good',
          `${card}-${turn}`,
        )
        reviews.push(next)
        standing = reviewed(`c${card}`, standing, next)
      }
      histories.set(`c${card}`, reviews)
      if (card === 10) expect(calibrationOf(histories)).toBeUndefined()
    }
    const found = calibrationOf(histories)!
    expect(found.reviews).toBeGreaterThanOrEqual(fewestReviews)
    expect(found.expected).toBeCloseTo(0.9, 1)
    expect(found.recalled).toBeGreaterThan(0.8)
    expect(found.bins.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(found.reviews)
  })
})
