import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bytesFromHex, bytesOf, compareBytes, equalBytes, hex, shortHex } from '#engine/hash/bytes.ts'
import { flippedBits, sha1, sha256 } from '#engine/hash/hash.ts'

const bytes = fc.uint8Array({ maxLength: 80 })

describe('sha1 and sha256', () => {
  it('give the digests printed for the notes’ texts', () => {
    expect(hex(sha1('Hello World'))).toBe('0a4d55a8d778e5022fab701977c5d840bbc486d0')
    expect(hex(sha1('Hello World!'))).toBe('2ef7bde608ce5404e97d5f042f95f89f1c232871')
    expect(hex(sha1('hello World'))).toBe('22c219648f00c61e5b3b1bd81ffa8e7767e2e3c5')
    expect(hex(sha256('Hello World'))).toBe(
      'a591a6d40bf420404a011733cfb7b190d62c65bf0bcda32b57b277d9ad9f146e',
    )
    expect(hex(sha256('hello World'))).toBe(
      'db4067cec62c58bf8b2f8982071e77c082da9e00924bf3631f3b024fa54e7d7e',
    )
  })

  it('agree with Node’s own on any bytes and any text', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, fc.string({ unit: 'grapheme' })), (input) => {
        expect(hex(sha1(input))).toBe(createHash('sha1').update(input).digest('hex'))
        expect(hex(sha256(input))).toBe(createHash('sha256').update(input).digest('hex'))
      }),
      { seed: 41 },
    )
  })
})

describe('flippedBits(a, b)', () => {
  it('counts 74 of 160 and 124 of 256 when one capital becomes small', () => {
    expect(flippedBits(sha1('Hello World'), sha1('hello World'))).toHaveLength(74)
    expect(flippedBits(sha256('Hello World'), sha256('hello World'))).toHaveLength(124)
  })

  it('counts positions from the highest bit of the first byte', () => {
    expect(flippedBits(bytesFromHex('8001'), bytesFromHex('0000'))).toEqual([0, 15])
    expect(flippedBits(bytesFromHex('ff'), bytesFromHex('fb'))).toEqual([5])
  })

  it('refuses digests of two lengths, naming both', () => {
    expect(() => flippedBits(sha1(''), sha256(''))).toThrow(/20 and 32 bytes/)
  })
})

describe('bytes', () => {
  it('are the same after a journey through hexadecimal', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(hex(some)).toBe(Buffer.from(some).toString('hex'))
        expect(bytesFromHex(hex(some))).toEqual(some)
      }),
      { seed: 42 },
    )
  })

  it('are refused when they are not hexadecimal', () => {
    expect(() => bytesFromHex('abc')).toThrow(RangeError)
    expect(() => bytesFromHex('zz')).toThrow(/received "zz"/)
  })

  it('come in the order of Node’s Buffer.compare', () => {
    const near = fc.uint8Array({ maxLength: 4, max: 255 })
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(a, b))
        expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0)
      }),
      { seed: 43, numRuns: 500 },
    )
  })

  it('are shortened to the digits asked for', () => {
    expect(shortHex(bytesOf('Hello'), 5)).toBe('48656')
    expect(shortHex(sha256('Hello World'))).toBe('a591a6d40bf4')
  })
})
