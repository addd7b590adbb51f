import { describe, expect, it } from 'vitest'
import { openLearner } from '#learner/learner.ts'
import type { Happening, LearningEvent } from '#learning/event.ts'
import { isAhead, redated, reviewsAt } from '#learning/odd-clock.ts'
import { progressOf } from '#learning/progress.ts'
import { nextCard, todayOf } from '#learning/review/session.ts'
import { reviewsOf } from '#learning/reviews.ts'
import { memoryStore } from '#storage/memory.ts'

const day = 86_400_000
const year = 365 * day
const now = 1_760_000_000_000
const cards = ['replicas.one', 'replicas.two'].map((id) => ({
  ...{ id, version: 1, lesson: 'replicas', section: 'a', idea: id },
}))
let count = 0
const event = (at: number, happening: Happening): LearningEvent => ({
  ...{ id: `d-${(count += 1)}`, device: 'd', at },
  ...happening,
})
const graded = (at: number, card = 'replicas.one', grade: 'good' | 'easy' = 'easy') =>
  event(at, { type: 'graded', card, version: 1, grade })
const dueOn = (log: readonly LearningEvent[], at: number) =>
  todayOf(reviewsAt(reviewsOf(log), at), cards, new Set(), { now: at, offsetMinutes: 0 })

describe('a clock that was set back or forward', () => {
  it('makes no card unreachable: one graded years ahead is asked by what came before, day after day', () => {
    const log = [graded(now - 30 * day), graded(now + 9 * year)]
    for (const days of [0, 1, 40, 400]) expect(dueOn(log, now + days * day).ask).toContain('replicas.one@1')
    // By the clock that ran ahead it rests, as it should.
    expect(dueOn(log, now + 9 * year + 60_000).ask).not.toContain('replicas.one@1')
    // One that was never graded before is new.
    expect(dueOn([graded(now + year)], now).fresh).toBe(2)
  })

  it('lets a day end: a card that’s graded by the right clock rests, whatever a wrong one said', () => {
    const log = [graded(now - 30 * day), graded(now + 9 * year), graded(now)]
    expect(dueOn(log, now + 60_000).ask).not.toContain('replicas.one@1')
    const key = nextCard(reviewsAt(reviewsOf(log), now), cards, new Set(), { now, offsetMinutes: 0 })
    expect(key).toBe('replicas.two@1')
  })

  it('gives every review back once the clock gets there, and leaves reviews alone where it’s right', () => {
    const log = [graded(now - 30 * day), graded(now + year)]
    const reviews = reviewsOf(log)
    expect(reviewsAt(reviews, now).histories.get('replicas.one@1')).toHaveLength(1)
    expect(reviewsAt(reviews, now + 2 * year)).toBe(reviews)
    expect([isAhead(now + 6 * day, now), isAhead(now + 8 * day, now)]).toEqual([false, true])
  })

  it('puts no card off for longer than until tomorrow', () => {
    const buried = (at: number) => event(now, { type: 'buried', card: 'replicas.one', untilAt: at })
    expect(dueOn([buried(now + day)], now).fresh).toBe(1)
    expect(dueOn([buried(now + 3 * year)], now).fresh).toBe(2)
  })

  it('has a reset of years ahead forget what came before it, and nothing of what comes', async () => {
    const answer = { type: 'answered', question: 'replicas.q', version: 1, choice: 'a', right: true } as const
    const reach = { reach: 'question', lesson: 'replicas', section: '', questions: ['replicas.q'] } as const
    const clock = Date.now()
    const log = [event(clock - day, answer), event(clock + 9 * year, { type: 'reset', ...reach })]
    expect(redated(log, clock + 10 * year)).toEqual([])
    const store = memoryStore('refused')
    await store.events.appendAll(log)
    const learner = await openLearner(store)
    expect(learner.progress().answered.size).toBe(0)
    await learner.record(answer)
    expect(learner.progress().answered.get('replicas.q@1')).toMatchObject({ attempts: 1 })
    await learner.record(answer)
    expect(learner.progress().answered.get('replicas.q@1')).toMatchObject({ attempts: 2 })
    expect(learner.progress()).toEqual(progressOf(await store.events.all()))
  })
})
