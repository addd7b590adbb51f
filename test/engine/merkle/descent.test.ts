import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { descend, difference, whyNotComparable } from '#engine/merkle/descent.ts'
import { textbookTree, withRow } from '#engine/merkle/textbook.ts'

const letters = ['Data A', 'Data B', 'Data C', 'Data D']

/** Two lists of the same length that differ in some rows. */
const pairs = fc
  .array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 0, maxLength: 60 })
  .map((rows) => [rows.map(([a]) => String(a)), rows.map(([a, b]) => String(b === 0 ? a + 1 : a))] as const)

describe('difference(a, b)', () => {
  it('finds row 3 of the worked tree with 1 + 2 x 2 comparisons', () => {
    const tree = textbookTree(letters)
    const found = difference(tree, withRow(tree, 3, 'Data d'))
    expect(found).toEqual({ leaves: [3], digestsCompared: 5, nodesOpened: 2 })
  })

  it('stops at the root when the trees are equal', () => {
    expect(difference(textbookTree(letters), textbookTree(letters))).toEqual({
      leaves: [],
      digestsCompared: 1,
      nodesOpened: 0,
    })
  })

  it.each([4, 10, 15])('compares 1 + 2d digests for one differing leaf at depth %i', (depth) => {
    const tree = textbookTree(Array.from({ length: 2 ** depth }, (_, index) => `row ${index}`))
    for (const index of [0, 2 ** depth - 1, Math.floor(2 ** depth / 3)]) {
      expect(difference(tree, withRow(tree, index, 'other'))).toEqual({
        leaves: [index],
        digestsCompared: 1 + 2 * depth,
        nodesOpened: depth,
      })
    }
  })

  it('opens every node when every leaf differs', () => {
    const rows = (word: string) => Array.from({ length: 64 }, (_, index) => `${word} ${index}`)
    const found = difference(textbookTree(rows('a')), textbookTree(rows('b')))
    expect(found).toEqual({ leaves: [...Array(64).keys()], digestsCompared: 127, nodesOpened: 63 })
  })

  it('finds what comparing row by row finds, with 1 + 2 digests per opened node and never more than 1 + 2kd', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const found = difference(textbookTree(a), textbookTree(b))
        expect(found.leaves).toEqual([...a.keys()].filter((index) => a[index] !== b[index]))
        expect(found.digestsCompared).toBe(1 + 2 * found.nodesOpened)
        const depth = a.length < 2 ? 0 : Math.ceil(Math.log2(a.length))
        expect(found.digestsCompared).toBeLessThanOrEqual(1 + 2 * found.leaves.length * depth)
      }),
      { seed: 47, numRuns: 300 },
    )
  })

  it('compares only equally many leaves, and says how many there are', () => {
    const [four, five] = [textbookTree(letters), textbookTree([...letters, 'Data E'])]
    expect(() => difference(four, five)).toThrow(RangeError)
    expect(() => descend(five, four)).toThrow(/these have 5 and 4/)
    expect(whyNotComparable(four, five)).toMatch(/these have 4 and 5/)
    expect(whyNotComparable(four, four)).toBeUndefined()
  })
})

describe('descend(a, b)', () => {
  it('walks the worked tree as the lesson does: root, then CD, then D', () => {
    const tree = textbookTree(letters)
    const steps = descend(tree, withRow(tree, 3, 'Data d'))
    expect(steps.map(({ level, from, to, equal }) => [level, from, to, equal])).toEqual([
      [0, 0, 4, false],
      [1, 0, 2, true],
      [1, 2, 4, false],
      [2, 2, 3, true],
      [2, 3, 4, false],
    ])
    expect(steps.at(-1)).toMatchObject({ isLeaf: true, digestsCompared: 5, bytes: 160, roundTrips: 3 })
  })

  it('goes level by level, counts as it goes, and ends where difference ends', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const trees = [textbookTree(a), textbookTree(b)] as const
        const steps = descend(...trees)
        const found = difference(...trees)
        expect(steps).toHaveLength(found.digestsCompared)
        const differing = steps.filter((step) => step.isLeaf && !step.equal).map((step) => step.from)
        expect(differing.toSorted((x, y) => x - y)).toEqual(found.leaves)
        for (const [index, step] of steps.entries()) {
          expect([step.digestsCompared, step.bytes]).toEqual([index + 1, 32 * (index + 1)])
          expect(step.roundTrips).toBe(step.level + 1)
          expect(step.level).toBeGreaterThanOrEqual(steps[index - 1]?.level ?? 0)
        }
      }),
      { seed: 48 },
    )
  })
})
