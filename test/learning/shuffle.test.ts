import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedOf, shuffle } from '#learning/shuffle.ts'

describe('shuffle(items, seed)', () => {
  it('keeps every item and changes nothing in place', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const before = [...items]
        const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b)
        expect(ascending(shuffle(items, seed))).toEqual(ascending(items))
        expect(items).toEqual(before)
      }),
      { seed: 31 },
    ))

  it('gives one order for one seed', () =>
    expect(shuffle([1, 2, 3, 4, 5], 7)).toEqual(shuffle([1, 2, 3, 4, 5], 7)))

  it('puts each of three options in each place about equally often', () => {
    const places = [0, 0, 0]
    for (let seed = 0; seed < 3000; seed++) places[shuffle(['right', 'b', 'c'], seed).indexOf('right')]! += 1
    for (const count of places) expect(count).toBeGreaterThan(900)
  })
})

describe('seedOf(text)', () => {
  it('differs for ids that differ in one letter', () =>
    expect(seedOf('merkle-trees.a')).not.toBe(seedOf('merkle-trees.b')))
})
