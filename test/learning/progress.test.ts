import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLearningEvent, isStoredEvent } from '#learning/event-shapes.ts'
import { stamper } from '#learning/stamp.ts'
import type { StoredEvent } from '#learning/event.ts'
import { merge } from '#learning/merge.ts'
import { noProgress, progressOf, versioned } from '#learning/progress.ts'
import { eventLists } from './events.ts'

const answered = (id: string, at: number, right: boolean, version = 1): StoredEvent =>
  ({
    id,
    device: 'd',
    at,
    type: 'answered',
    question: 'q',
    version,
    choice: right ? 'r' : 'w',
    right,
  }) as StoredEvent

describe('progressOf(events)', () => {
  it('is the same whatever the order of the events', () =>
    fc.assert(
      fc.property(eventLists(1), fc.infiniteStream(fc.nat()), ([list = []], dice) => {
        const shuffled = [...list].map((event) => ({ event, key: dice.next().value ?? 0 }))
        shuffled.sort((one, other) => one.key - other.key)
        expect(progressOf(shuffled.map(({ event }) => event))).toEqual(progressOf(list))
      }),
      { seed: 21 },
    ))

  it('is the same on two devices that have merged', () =>
    fc.assert(
      fc.property(eventLists(2), ([one = [], two = []]) => {
        expect(progressOf(merge(one, two))).toEqual(progressOf(merge(two, one)))
      }),
      { seed: 22 },
    ))

  it('counts the first answer, keeps the last, and forgets none', () => {
    const events = [answered('d-3', 30, true), answered('d-1', 10, false), answered('d-2', 20, false)]
    const question = progressOf(events).answered.get(versioned('q', 1))
    expect(question?.first).toMatchObject({ id: 'd-1', right: false })
    expect(question?.last).toMatchObject({ id: 'd-3', right: true })
    expect(question?.attempts).toBe(3)
  })

  it('opens a question again when its version is raised', () => {
    const progress = progressOf([answered('d-1', 10, true, 1)])
    expect(progress.answered.has(versioned('q', 1))).toBe(true)
    expect(progress.answered.has(versioned('q', 2))).toBe(false)
  })

  it('passes over what a later version of the site wrote', () => {
    const later = { id: 'd-1', device: 'd', at: 1, type: 'scheduled', card: 'c' } as StoredEvent
    const broken = { id: 'd-2', device: 'd', at: 1, type: 'answered', question: 'q' } as StoredEvent
    const inherited = { id: 'd-3', device: 'd', at: 1, type: 'toString' } as StoredEvent
    expect([later, broken, inherited].map(isLearningEvent)).toEqual([false, false, false])
    expect(progressOf([later, broken, inherited])).toEqual(noProgress)
  })
})

describe('isStoredEvent(value)', () => {
  it('refuses what has no whole stamp', () => {
    const whole = { id: 'd-1', device: 'd', at: 1, type: 'ran' }
    expect(isStoredEvent(whole)).toBe(true)
    for (const rest of [
      { id: '' },
      { id: 7 },
      { device: undefined },
      { at: '1' },
      { at: NaN },
      { type: null },
    ]) {
      expect(isStoredEvent({ ...whole, ...rest })).toBe(false)
    }
    for (const value of [null, undefined, 'x', 7, []]) expect(isStoredEvent(value)).toBe(false)
  })
})

describe('stamper(name, now)', () => {
  it('never gives an id twice, also in one millisecond', () => {
    const stamp = stamper('tab', () => 5)
    const ids = Array.from({ length: 100 }, () => stamp({ type: 'ran', lesson: 'l', cell: 'c' }).id)
    expect(new Set(ids).size).toBe(100)
  })

  it('puts nothing before what was done already when the clock is set back, and forgets a clock that was far ahead', () => {
    const day = 24 * 3600 * 1000
    let now = 10 * day
    const stamp = stamper('tab', () => now)
    const at = () => stamp({ type: 'ran', lesson: 'l', cell: 'c' }).at
    expect(at()).toBe(10 * day)
    now = 9 * day
    expect([at(), at()]).toEqual([10 * day + 1, 10 * day + 2])
    const later = stamper('other', () => now, () => 10 * day + 2) // prettier-ignore
    expect(later({ type: 'ran', lesson: 'l', cell: 'c' }).at).toBe(10 * day + 3)
    const far = stamper('far', () => now, () => 400 * day) // prettier-ignore
    expect(far({ type: 'ran', lesson: 'l', cell: 'c' }).at).toBe(9 * day)
  })
})
