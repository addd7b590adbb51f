import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeDifference } from '#engine/merkle/range-difference.ts'
import { growPartitions, type Partition, pairOfRanges, treesOf } from '#figures/merkle/partitions.ts'
import { openRanges } from '#figures/merkle/ranges-session.ts'

const options = { id: 'x', at: 0, link: { roundTripMs: 40, megabitsPerSecond: 100 } }

function grown(count: number, missing: number): readonly Partition[] {
  const growing = growPartitions(count, missing)
  for (;;) {
    const step = growing.next()
    if (step.done === true) return step.value
  }
}

describe('growPartitions(count, missing)', () => {
  it('leaves B without just as many as asked', () => {
    for (const [count, missing] of [
      [16, 0],
      [16, 16],
      [64, 1],
      [100, 7],
    ] as const) {
      const partitions = grown(count, missing)
      expect(partitions).toHaveLength(count)
      expect(partitions.filter(({ values }) => values[1] === '')).toHaveLength(missing)
    }
  })
})

describe('openRanges(options)', () => {
  it('sends every partition of a differing leaf, and fewer the deeper the tree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 8 }), (depth, missing) => {
        const session = openRanges({ ...options, partitions: 128, missing, depth })
        const travelling = new Set(session.travelling.value.map(({ key }) => key))
        const lacked = session.partitions.value.filter(({ values }) => values[1] === '')
        expect(lacked.every(({ key }) => travelling.has(key))).toBe(true)
        const deeper = openRanges({ ...options, partitions: 128, missing, depth: depth + 1 })
        expect(deeper.travelling.value.length).toBeLessThanOrEqual(travelling.size)
        if (depth === 0) expect(travelling.size).toBe(128)
      }),
      { seed: 11, numRuns: 30 },
    )
  })

  it('walks over every comparison that the engine makes, in its order', () => {
    const session = openRanges({ ...options, partitions: 64, missing: 3, depth: 5 })
    const { comparisons } = rangeDifference(...treesOf(session.partitions.value, 5))
    expect(session.frame.value.walk.map(({ equal, level }) => ({ equal, depth: level }))).toEqual(
      comparisons.map(({ equal, depth }) => ({ equal, depth })),
    )
  })

  it('counts partitions on both sides of every leaf', () => {
    const [a, b] = treesOf(grown(16, 1), 2)
    const root = pairOfRanges(a, b)
    expect(root).toMatchObject({ places: 16, leaves: 4, equal: false })
  })
})
