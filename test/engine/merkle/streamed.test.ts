import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rangeDifference } from '#engine/merkle/range-difference.ts'
import { rangeTree } from '#engine/merkle/ranges.ts'
import { shapeOfDepth } from '#engine/merkle/shape.ts'
import { placesIn, rangesStreamed } from '#engine/merkle/streamed.ts'
import { validatorDigest } from '#engine/digest/validator.ts'
import { rangeContains, wholeRing, type TokenRange } from '#engine/token/range.ts'
import { tokenOf } from '#engine/token/token.ts'

const third = 2n ** 64n / 3n
const first = -(2n ** 63n) + 1n
const ranges: readonly TokenRange[] = [
  wholeRing,
  { left: first, right: first + third },
  // through the ring's end
  { left: first + 2n * third, right: first },
]

describe('what a repair streams, without its trees', () => {
  test('is what the trees of both sides differ in, range by range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ranges),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.integer({ min: 0, max: 399 }), { maxLength: 40 }),
        (range, depth, count, lost) => {
          const all = Array.from({ length: count }, (_, index) => {
            const token = tokenOf(`slip ${index}`)
            return { token, digest: validatorDigest(`slip ${index}`), isLost: lost.includes(index) }
          }).filter(({ token }) => rangeContains(range, token))
          const shape = shapeOfDepth(range, depth)
          const kept = all.filter(({ isLost }) => !isLost)
          const expected = rangeDifference(rangeTree(shape, all), rangeTree(shape, kept)).ranges
          const places = placesIn(
            range,
            all.map(({ token }) => token),
          )
          const missing = placesIn(
            range,
            all.filter(({ isLost }) => isLost).map(({ token }) => token),
          )
          const streamed = rangesStreamed(range, depth, places, missing)
          expect(
            streamed
              .map(({ missing: gone, ...rest }) => ({
                ...rest,
                partitionsA: rest.partitions,
                partitionsB: rest.partitions - gone,
              }))
              .map(({ partitions: _, ...rest }) => rest),
          ).toEqual(expected.map((one) => ({ ...one })))
        },
      ),
      { seed: 5, numRuns: 150 },
    )
  })

  test('is nothing when nothing is missing, and everything at depth 0', () => {
    const places = placesIn(wholeRing, [1n, 2n, 3n])
    expect(rangesStreamed(wholeRing, 5, places, placesIn(wholeRing, []))).toEqual([])
    expect(rangesStreamed(wholeRing, 0, places, placesIn(wholeRing, [2n]))).toEqual([
      { ...wholeRing, depth: 0, partitions: 3, missing: 1 },
    ])
  })
})
