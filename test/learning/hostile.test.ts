import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBackup } from '#learning/backup.ts'
import { calibrationOf } from '#learning/schedule/calibration.ts'
import { forecast } from '#learning/schedule/queue.ts'
import { chosenPart } from '#learning/chosen.ts'
import { effective } from '#learning/effective.ts'
import { isStoredEvent } from '#learning/event-shapes.ts'
import type { StoredEvent } from '#learning/event.ts'
import { examsOf } from '#learning/exam/state.ts'
import { reviewsAt } from '#learning/odd-clock.ts'
import { progressOf } from '#learning/progress.ts'
import { backlogOf, todayOf } from '#learning/review/session.ts'
import { reviewsOf } from '#learning/reviews.ts'
import { happening, start } from './happenings.ts'

const file = (events: readonly unknown[]) =>
  JSON.stringify({ format: 'anti-entropy backup', version: 1, events, drafts: [] })
const turned = (id: string, at: unknown = 1) => ({
  id,
  device: 'd',
  at,
  type: 'turned',
  card: 'c',
  version: 1,
})

/** All that a page makes of a log; a mistake in it would leave the reader without any page. */
function shown(events: readonly StoredEvent[]): void {
  const clock = { now: start, offsetMinutes: 0 }
  const reviews = reviewsAt(reviewsOf(events), start)
  const today = todayOf(reviews, [], new Set(), clock)
  progressOf(events)
  examsOf(events)
  chosenPart.of(events)
  calibrationOf(reviews.histories)
  forecast([...reviews.standings.values()], clock, 14)
  const plan = backlogOf({ ...today, due: 100, waiting: 100 }, reviews)
  expect(plan === undefined || Number.isSafeInteger(plan.days)).toBe(true)
}

describe('a hostile file', () => {
  it('is set aside record by record, whatever is in it', () => {
    const read = readBackup(
      `{"format":"anti-entropy backup","version":1,"__proto__":{"isAdmin":true},"events":[
        {"__proto__":{"id":"p","device":"d","at":1,"type":"read"}},
        {"id":"__proto__","device":"d","at":1,"type":"read","lesson":"__proto__","section":"constructor"},
        {"id":"late","device":"d","at":1e300,"type":"graded","card":"c","version":1,"grade":"good"},
        {"id":["x"],"device":"d","at":1,"type":"read"}, 7, null, "x", [],
        {"id":"own","device":"d","at":2,"type":"__proto__"}],"drafts":{"length":9}}`,
    )
    expect(read).toMatchObject({ ok: true, setAside: 7, drafts: [] })
    if (!read.ok) return
    expect(read.events.map(({ id }) => id)).toEqual(['__proto__', 'own'])
    const { read: sections } = progressOf(read.events)
    expect([...sections]).toEqual([['__proto__', new Set(['constructor'])]])
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
    shown(read.events)
  })

  it('counts an id that stands twice once', () => {
    const read = readBackup(file([turned('a'), turned('b'), turned('a', 2)]))
    expect(read.ok && read.events.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('of any values in place of a page’s own is read without a mistake, and so is what it amounts to', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(8e15, -8e15, 1e300, 0, -1, 2 ** 53, 'own.x', '', 'constructor', '__proto__'),
    )
    let understood = 0
    fc.assert(
      fc.property(
        fc.array(fc.record({ happening, at: odd, field: fc.nat(9), value: odd, isSpoilt: fc.boolean() }), {
          maxLength: 12,
        }),
        (written) => {
          const events = written.map(({ happening, at, field, value, isSpoilt }, index) => {
            const whole = { id: `e-${index}`, device: 'd', at: isSpoilt ? at : start + index, ...happening }
            const name = Object.keys(whole)[field % Object.keys(whole).length]!
            return isSpoilt ? { ...whole, [name]: value } : whole
          })
          const read = readBackup(file(events))
          if (!read.ok) throw new Error(read.why)
          understood += read.events.length
          shown(read.events)
        },
      ),
      { seed: 43, numRuns: 600 },
    )
    expect(understood).toBeGreaterThan(500)
  })

  it('with a chain of undos a hundred thousand long, or in a circle, is weighed in one go', () => {
    const undone = (id: number, event: number): StoredEvent =>
      ({ id: `u-${id}`, device: 'd', at: id, type: 'undone', event: `u-${event}` }) as StoredEvent
    const chain = Array.from({ length: 100_000 }, (_, index) => undone(index + 1, index))
    const first = { ...turned('u-0'), at: 0 } as StoredEvent
    // An even number of undos above it: the last counts, the one below it doesn't, and so on down.
    expect(effective([first, ...chain]).some(({ id }) => id === 'u-0')).toBe(true)
    expect(effective([first, ...chain.slice(0, -1)]).some(({ id }) => id === 'u-0')).toBe(false)
    const circle = [undone(1, 2), undone(2, 3), undone(3, 1), undone(4, 0), first]
    expect(effective(circle).map(({ id }) => id)).toEqual(['u-4'])
    const many = Array.from({ length: 50_000 }, (_, index) => undone(index + 1, 0))
    expect(effective([first, ...many])).toHaveLength(50_000)
  })

  it('can’t date an event so far away that a card would have no date', () => {
    const at = (time: unknown) => isStoredEvent(turned('a', time))
    expect([8e15, -8e15, 0, 0.5].map(at)).toEqual([true, true, true, true])
    expect([8.1e15, -1e16, Infinity, '5', null].map(at)).toEqual([false, false, false, false, false])
    shown([{ id: 'a', device: 'd', at: 8e15, type: 'graded', card: 'c', version: 1, grade: 'easy' }])
    expect(
      reviewsOf([{ id: 'a', device: 'd', at: 8e15, type: 'graded', card: 'c', version: 1, grade: 'easy' }])
        .standings.size,
    ).toBe(1)
  })
})
