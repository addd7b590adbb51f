import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Bm25 } from '#engine/keywords/bm25.ts'
import { logarithm } from '#engine/keywords/logarithm.ts'

describe('the logarithm', () => {
  test('is Math.log’s to twelve digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        expect(Math.abs(logarithm(value) - Math.log(value))).toBeLessThan(
          1e-12 * Math.max(1, Math.abs(Math.log(value))),
        )
      }),
      { seed: 7, numRuns: 1_000 },
    )
    expect(() => logarithm(0)).toThrow(RangeError)
  })
})

describe('BM25', () => {
  const texts = [
    'no nuts for table three',
    'walnut cake for all',
    'table four wants soup',
    'soup soup soup for table one',
  ]

  test('finds the texts that share a word, the rare word first', () => {
    const index = new Bm25(texts)
    expect(index.search('nuts at table').map(({ text }) => text)[0]).toBe(0)
    expect(index.search('dessert')).toEqual([])
    expect(index.worth('nuts')).toBeGreaterThan(index.worth('table'))
  })

  test('counts more of a word for more, and less for each', () => {
    const index = new Bm25(['soup a b', 'soup soup b', 'soup soup soup', 'x y z'])
    const score = (text: number) => index.search('soup').find((one) => one.text === text)!.score
    expect(score(1)).toBeGreaterThan(score(0))
    expect(score(2) - score(1)).toBeLessThan(score(1) - score(0))
  })

  test('scores by the formula', () => {
    const { score } = new Bm25(texts).search('nuts')[0]!
    const length = 5
    const mean = (5 + 4 + 4 + 6) / 4
    const worth = Math.log(1 + (4 - 1 + 0.5) / 1.5)
    expect(score).toBeCloseTo((worth * 2.2) / (1 + 1.2 * (0.25 + (0.75 * length) / mean)), 12)
  })

  test('knows a word in another form only when it is given a stemmer', () => {
    const terms = (text: string) => text.split(' ').map((word) => word.replace(/s$/, ''))
    expect(new Bm25(texts).search('nut')).toEqual([])
    expect(new Bm25(texts, { terms }).search('nut')[0]!.text).toBe(0)
  })
})
