import { describe, expect, it } from 'vitest'
import { compareTexts } from '#figures/hash/compare.ts'
import { behindIt, hashBits, huntInWords, printedHash, tryText } from '#figures/hunt/hunt.ts'

describe('compareTexts(before, after)', () => {
  it('says what the lesson says of "Hello World" and "hello World"', () => {
    const [sha1, sha256] = compareTexts('Hello World', 'hello World')
    expect(sha1).toMatchObject({
      before: '0a4d55a8d778e5022fab701977c5d840bbc486d0',
      after: '22c219648f00c61e5b3b1bd81ffa8e7767e2e3c5',
      bits: 160,
    })
    expect(sha1?.flipped).toHaveLength(74)
    expect(sha256?.before).toBe('a591a6d40bf420404a011733cfb7b190d62c65bf0bcda32b57b277d9ad9f146e')
    expect(sha256?.flipped).toHaveLength(124)
  })

  it('flips nothing between equal texts', () => {
    expect(compareTexts('x', 'x').map(({ flipped }) => flipped.length)).toEqual([0, 0])
  })
})

describe('the hunt', () => {
  it('ends at the text that the notes really hashed', () => {
    expect(tryText(behindIt)).toMatchObject({ digest: printedHash, bitsOff: 0 })
    expect(huntInWords([tryText('Hello World'), tryText(behindIt)])).toContain('All 160 bits agree')
  })

  it('is off by about half of the bits for every other text, near or far', () => {
    const tries = ['Hello World', 'hello World', 'Hello World.', 'Hello World!!', 'nuts'].map(tryText)
    for (const { bitsOff } of tries) {
      expect(bitsOff).toBeGreaterThan(hashBits * 0.3)
      expect(bitsOff).toBeLessThan(hashBits * 0.7)
    }
    expect(huntInWords(tries)).toContain(`All ${tries.length} wrong guesses`)
    const off = tries.map(({ bitsOff }) => bitsOff)
    const miss = tryText('soup')
    const range = `between ${Math.min(...off, miss.bitsOff)} and ${Math.max(...off, miss.bitsOff)}`
    // A hit before is no wrong try and leaves the range alone.
    expect(huntInWords([...tries, tryText('Hello World!'), miss])).toContain(range)
  })
})
