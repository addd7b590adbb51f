import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import { followReviews } from '#learning/review/follow.ts'
import { reviewsOf } from '#learning/reviews.ts'

const start = 1_760_000_000_000

it('a log that is followed gives at every length what the whole log gives', () => {
  const step = fc.record({
    what: fc.constantFrom('graded', 'graded', 'graded', 'undone', 'reset', 'buried'),
    card: fc.constantFrom('replicas.one', 'replicas.two'),
    grade: fc.constantFrom('again', 'good', 'easy'),
    wait: fc.integer({ min: -5000, max: 90_000_000 }),
    target: fc.nat(12),
  })
  let isIncremental = false
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const follow = followReviews()
      const log: StoredEvent[] = []
      let at = start
      for (const [index, { what, card, grade, wait, target }] of steps.entries()) {
        at += wait
        const more = {
          graded: { card, version: 1, grade },
          undone: { event: `e-${target}` },
          reset: { reach: 'everything', lesson: '', section: '', questions: [] },
          buried: { card, untilAt: at + 1000 },
        }[what]!
        log.push({ ...{ id: `e-${index}`, device: 'e', at, type: what }, ...more })
        const before = log.length > 1 ? follow(log.slice(0, -1)) : undefined
        const now = follow(log)
        isIncremental ||= before !== undefined && what === 'graded' && now.notes === before.notes
        expect(now).toEqual(reviewsOf(log))
      }
    }),
    { seed: 61, numRuns: 200 },
  )
  // At least once nothing but the graded card was made again.
  expect(isIncremental).toBe(true)
})
