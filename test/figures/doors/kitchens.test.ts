import { describe, expect, it } from 'vitest'
import { equalBytes } from '#engine/hash/bytes.ts'
import { difference } from '#engine/merkle/descent.ts'
import { firstFrame } from '#figures/doors/first.ts'
import { growKitchens, type Kitchens, nodeAt } from '#figures/doors/kitchens.ts'
import { lostPlace, lostSlip, slipOfA } from '#figures/kitchen/slips.ts'
import { tieMs, totalMs } from '#figures/link/cost.ts'

function grown(depth: number, game: number): Kitchens {
  const growing = growKitchens(depth, game)
  for (;;) {
    const step = growing.next()
    if (step.done === true) return step.value
  }
}

describe('growKitchens(depth, game)', () => {
  it('differs in the lost slip and nowhere else', () => {
    for (const game of [0, 1, 2]) {
      const { a, b, lost } = grown(8, game)
      expect(difference(a, b).leaves).toEqual([lost])
      expect(lost).toBe(lostPlace(game, 256))
      expect(slipOfA(lost, lost)).toBe(lostSlip)
    }
  })

  it('finds the node behind each door', () => {
    const { a, b, lost } = grown(6, 0)
    for (let level = 0; level <= 6; level++) {
      for (let index = 0; index < 2 ** level; index++) {
        const node = nodeAt(a, { level, index })
        expect([node.from, node.to]).toEqual([index * 2 ** (6 - level), (index + 1) * 2 ** (6 - level)])
        const isOnThePath = lost >= node.from && lost < node.to
        expect(equalBytes(node.digest, nodeAt(b, { level, index }).digest)).toBe(!isOnThePath)
      }
    }
  })
})

describe('firstFrame(15)', () => {
  it('counts what the lesson says: 15, 31 in 16 trips, 2.1 MB, and a tie near 11 ms', () => {
    const { exchanges, first } = firstFrame(15)
    const by = (id: string) => {
      const found = exchanges.find((exchange) => exchange.id === id)
      if (!found) throw new Error(id)
      return found
    }
    expect(by('perfect').roundTrips).toBe(15)
    expect(by('walk')).toMatchObject({ roundTrips: 16, bytes: 31 * 32 })
    expect(by('tree')).toMatchObject({ roundTrips: 1, bytes: 65_535 * 32 })
    const link = { roundTripMs: 40, megabitsPerSecond: 100 }
    expect(totalMs(by('walk'), link)).toBeCloseTo(640.08, 2)
    expect(totalMs(by('tree'), link)).toBeCloseTo(207.77, 2)
    expect(tieMs(by('walk'), by('tree'), 100)).toBeCloseTo(11.18, 2)
    expect(Object.keys(first)).toHaveLength(15)
  })
})
