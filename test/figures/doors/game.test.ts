import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerAt,
  answered,
  bestQuestion,
  cover,
  type Door,
  foundSlip,
  newGame,
  spanOf,
  suspectCount,
  suspectsBehind,
  wasted,
} from '#figures/doors/game.ts'

const seeded = { seed: 20_26, numRuns: 200 }

/** A depth, the slip that differs, and questions in any order, silly ones included. */
const hunts = fc.integer({ min: 1, max: 8 }).chain((depth) =>
  fc.record({
    depth: fc.constant(depth),
    lost: fc.integer({ min: 0, max: 2 ** depth - 1 }),
    doors: fc.array(
      fc
        .integer({ min: 0, max: depth })
        .chain((level) =>
          fc.record({ level: fc.constant(level), index: fc.integer({ min: 0, max: 2 ** level - 1 }) }),
        ),
      { maxLength: 20 },
    ),
  }),
)

function isBehind(slip: number, door: Door, depth: number): boolean {
  const { from, to } = spanOf(door, depth)
  return slip >= from && slip < to
}

describe('answered(game, door, same)', () => {
  it('keeps as suspects just the slips that agree with every answer', () => {
    fc.assert(
      fc.property(hunts, ({ depth, lost, doors }) => {
        let game = newGame(depth)
        let suspects = Array.from({ length: 2 ** depth }, (_, slip) => slip)
        for (const door of doors) {
          const same = !isBehind(lost, door, depth)
          game = answered(game, door, same)
          suspects = suspects.filter((slip) => isBehind(slip, door, depth) !== same)
        }
        const kept = game.suspects.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, n) => from + n),
        )
        expect(kept).toEqual(suspects)
        expect(suspectCount(game)).toBe(suspects.length)
        const place = cover(game)
        expect(suspects.every((slip) => isBehind(slip, place, depth))).toBe(true)
        expect(suspectsBehind(game, place)).toBe(suspects.length)
        expect(foundSlip(game)).toBe(suspects.length === 1 ? lost : undefined)
      }),
      seeded,
    )
  })

  it('knows which questions told nothing', () => {
    let game = newGame(3)
    game = answered(game, { level: 0, index: 0 }, false)
    game = answered(game, { level: 1, index: 0 }, true)
    game = answered(game, { level: 1, index: 1 }, false)
    game = answered(game, { level: 2, index: 2 }, false)
    expect(wasted(game)).toEqual([0, 2])
    expect(answerAt(game, { level: 1, index: 1 })?.same).toBe(false)
    expect(answerAt(game, { level: 3, index: 7 })).toBeUndefined()
  })
})

describe('bestQuestion(game)', () => {
  it('finds any slip in as many questions as the tree is deep, from a fresh start', () => {
    fc.assert(
      fc.property(hunts, ({ depth, lost }) => {
        let game = newGame(depth)
        while (foundSlip(game) === undefined) {
          const door = bestQuestion(game)
          game = answered(game, door, !isBehind(lost, door, depth))
        }
        expect(game.answers).toHaveLength(depth)
        expect(foundSlip(game)).toBe(lost)
        expect(wasted(game)).toEqual([])
      }),
      seeded,
    )
  })

  it('never wastes a question, whatever was asked before', () => {
    fc.assert(
      fc.property(hunts, ({ depth, lost, doors }) => {
        let game = newGame(depth)
        for (const door of doors) game = answered(game, door, !isBehind(lost, door, depth))
        const asked = game.answers.length
        while (foundSlip(game) === undefined) {
          const door = bestQuestion(game)
          game = answered(game, door, !isBehind(lost, door, depth))
        }
        expect(wasted(game).filter((question) => question >= asked)).toEqual([])
        expect(foundSlip(game)).toBe(lost)
      }),
      seeded,
    )
  })
})
