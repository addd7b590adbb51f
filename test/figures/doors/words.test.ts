import { describe, expect, it } from 'vitest'
import { answered, bestQuestion, foundSlip, type Game, newGame, spanOf } from '#figures/doors/game.ts'
import { answerInWords, guessInWords, resultInWords } from '#figures/doors/words.ts'

function played(depth: number, lost: number, start: Game = newGame(depth)): Game {
  let game = start
  while (foundSlip(game) === undefined) {
    const door = bestQuestion(game)
    const { from, to } = spanOf(door, depth)
    game = answered(game, door, lost < from || lost >= to)
  }
  return game
}

describe('resultInWords(game, roundTripMs)', () => {
  it('calls a path without waste perfect', () => {
    expect(resultInWords(played(15, 4_711), 40).join(' ')).toBe(
      'You asked for 15 hashes, one round trip each: 600 ms. That’s perfect: no method is always quicker.',
    )
  })

  it('names the questions that told nothing', () => {
    const known = answered(newGame(4), { level: 0, index: 0 }, false)
    const words = resultInWords(played(4, 3, known), 40).join(' ')
    expect(words).toContain('No. 1 told you nothing')
    expect(words).toContain('4 would have been enough')
  })

  it('calls a lucky guess luck', () => {
    const lucky = answered(newGame(4), { level: 4, index: 9 }, false)
    expect(resultInWords(lucky, 40).join(' ')).toContain('That was luck: only 4 are always enough.')
  })
})

describe('the words of one answer and of the prediction', () => {
  it('count from one and say when a question told nothing', () => {
    const first = answered(newGame(4), { level: 1, index: 0 }, true)
    const second = answered(first, { level: 1, index: 1 }, false)
    const lines = second.answers.map((answer) => answerInWords(answer, 4))
    expect(lines).toEqual([
      'Rows 1 to 8: same. That leaves 8 of 16 suspects.',
      'Rows 9 to 16: differs. That was clear already, so there are still 8 suspects.',
    ])
  })

  it('tell the near misses of a prediction apart', () => {
    const said = [15, 16, 31, 32_768, 1_000, 7].map((guess) => guessInWords(guess, 15))
    expect(new Set(said).size).toBe(6)
    expect(said[0]).toContain('exactly')
    expect(said[2]).toContain('both children')
    expect(said[4]).toContain('far more')
    expect(said[5]).toContain('isn’t always enough')
  })
})
