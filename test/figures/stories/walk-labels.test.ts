import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsOf } from '#figures/stories/walk/labels.ts'

const room = { width: 640, height: 360 }
const dots = fc.uniqueArray(
  fc.record({
    x: fc.integer({ min: 50, max: 590 }),
    y: fc.integer({ min: 24, max: 336 }),
    word: fc.string({ minLength: 2, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 60, selector: ({ word }) => word },
)

test('no word lies on another, or outside the drawing', () => {
  fc.assert(
    fc.property(dots, fc.constantFrom(12, 22), (all, size) => {
      const boxes = [...labelsOf(all, { size, ...room })].map(([word, { x, y }]) => ({
        from: x - (word.length * size * 0.56) / 2,
        to: x + (word.length * size * 0.56) / 2,
        y,
      }))
      for (const [place, one] of boxes.entries()) {
        expect(one.from).toBeGreaterThanOrEqual(0)
        expect(one.to).toBeLessThanOrEqual(room.width)
        for (const other of boxes.slice(place + 1))
          if (one.from < other.to && other.from < one.to)
            expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(size - 0.001)
      }
    }),
    { seed: 11 },
  )
})

test('a word alone has its place, and of two on one dot the first', () => {
  const here = { x: 300, y: 180 }
  expect(labelsOf([{ ...here, word: 'cow' }], { size: 12, ...room }).size).toBe(1)
  const crowd = Array.from({ length: 20 }, (_, number) => ({ ...here, word: `word ${number}` }))
  const placed = labelsOf(crowd, { size: 12, ...room })
  expect(placed.has('word 0')).toBe(true)
  expect(placed.size).toBeLessThan(crowd.length)
})
