import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceUp, downMsAYear, meetingsOf, needOf, percentText, setsOf } from '#figures/quorum/quorum.ts'

const ofThree = (need: number) => percentText(chanceUp(3, need, 990_000))

describe('chanceUp(copies, need, millionths)', () => {
  it('gives the exact chances of three nodes that are each up 99 %', () => {
    expect([1, 2, 3].map(ofThree)).toEqual(['99.9999%', '99.9702%', '97.0299%'])
  })

  it('is the same as counting every combination of nodes up and down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 1000 }), (copies, permille) => {
        for (let need = 1; need <= copies; need++) {
          let chance = 0
          for (let state = 0; state < 2 ** copies; state++) {
            const up = [...state.toString(2)].filter((bit) => bit === '1').length
            if (up >= need) chance += (permille / 1000) ** up * (1 - permille / 1000) ** (copies - up)
          }
          const { over, under } = chanceUp(copies, need, permille * 1000)
          expect(Number((over * 10n ** 12n) / under) / 1e12).toBeCloseTo(chance, 9)
        }
      }),
      { seed: 2, numRuns: 60 },
    )
  })

  it('says how long that is in a year', () => {
    expect(downMsAYear(chanceUp(1, 1, 990_000))).toBe(0.01 * 365 * 24 * 3600 * 1000)
    expect(percentText({ over: 999n, under: 1000n })).toBe('99.9%')
    expect(percentText({ over: 1n, under: 1n })).toBe('100%')
    expect(percentText({ over: 0n, under: 1n })).toBe('0%')
  })
})

describe('meetingsOf(copies, write, read)', () => {
  it('finds no pair apart exactly when W + R > N, and the worst pair shares W + R - N', () => {
    for (let copies = 1; copies <= 6; copies++)
      for (let write = 1; write <= copies; write++)
        for (let read = 1; read <= copies; read++) {
          const { apart, worst, pairs, writeSets } = meetingsOf(copies, write, read)
          expect(apart === 0).toBe(write + read > copies)
          expect(worst.shared).toBe(Math.max(0, write + read - copies))
          expect(worst.write.filter((id) => worst.read.includes(id))).toHaveLength(worst.shared)
          expect(pairs).toBe(writeSets.length * setsOf(copies, read).length)
        }
  })
})

describe('needOf(level, copies)', () => {
  it('counts as Cassandra does, and knows no THREE of two', () => {
    expect([3, 4, 5, 6].map((copies) => needOf('QUORUM', copies))).toEqual([2, 3, 3, 4])
    expect([needOf('ONE', 3), needOf('TWO', 3), needOf('ALL', 5)]).toEqual([1, 2, 5])
    expect(needOf('THREE', 2)).toBeUndefined()
  })
})
