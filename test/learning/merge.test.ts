import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import { merge } from '#learning/merge.ts'
import { eventLists } from './events.ts'

describe('merge(left, right)', () => {
  it('does not depend on which list comes first', () =>
    fc.assert(
      fc.property(eventLists(2), ([one = [], two = []]) => {
        expect(merge(one, two)).toEqual(merge(two, one))
      }),
      { seed: 11 },
    ))

  it('does not depend on which pair is merged first', () =>
    fc.assert(
      fc.property(eventLists(3), ([one = [], two = [], three = []]) => {
        expect(merge(merge(one, two), three)).toEqual(merge(one, merge(two, three)))
      }),
      { seed: 12 },
    ))

  it('changes nothing when the same list comes again', () =>
    fc.assert(
      fc.property(eventLists(2), ([one = [], two = []]) => {
        const merged = merge(one, two)
        expect(merge(merged, merged)).toEqual(merged)
        expect(merge(merged, one)).toEqual(merged)
      }),
      { seed: 13 },
    ))

  it('has every event of both lists, once', () =>
    fc.assert(
      fc.property(eventLists(2), ([one = [], two = []]) => {
        const ids = new Set([...one, ...two].map(({ id }) => id))
        expect(merge(one, two).map(({ id }) => id)).toEqual([...ids].sort())
      }),
      { seed: 14 },
    ))

  it('chooses the same one of two events that were given one id, whichever comes first', () => {
    const one = { id: 'd-1', device: 'd', at: 1, type: 'ran', lesson: 'a', cell: 'x' } as StoredEvent
    const two = { ...one, cell: 'y' } as StoredEvent
    expect(merge([one], [two])).toEqual(merge([two], [one]))
    expect(merge([one], [two])).toHaveLength(1)
  })
})
