import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearLessons } from '#site/near-lessons.ts'

const course = (count: number) => Array.from({ length: count }, (_, index) => index)

test('a course of at most twelve lessons is listed whole, wherever the reader is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: -1, max: 11 }), (count, open) => {
      expect(nearLessons(course(count), open)).toEqual(course(count))
    }),
    { seed: 7 },
  )
})

test('of a longer one a page lists twelve in their order, the open one among them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 13, max: 2000 }), fc.nat(1999), (count, place) => {
      const open = place % count
      const listed = nearLessons(course(count), open)
      expect(listed).toHaveLength(12)
      expect(listed).toContain(open)
      expect(listed).toEqual(course(count).slice(listed[0], listed[0]! + 12))
      expect(nearLessons(course(count), -1)[0]).toBe(0)
    }),
    { seed: 7 },
  )
})
