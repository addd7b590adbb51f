import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromHex, hex } from '#engine/hash/bytes.ts'
import { validatorDigest } from '#engine/digest/validator.ts'
import { bigintMurmur3 } from '../../peers/bigint-murmur3.ts'

describe('validatorDigest(input)', () => {
  it('is Murmur3 with seed 1000, then with seed 2000, lowest byte first', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (input) => {
        const expected = Buffer.alloc(32)
        for (const [index, seed] of [1000, 2000].entries()) {
          const { h1, h2 } = bigintMurmur3(input, seed, 'unsigned')
          expected.writeBigInt64LE(h1, index * 16)
          expected.writeBigInt64LE(h2, index * 16 + 8)
        }
        expect(hex(validatorDigest(input))).toBe(expected.toString('hex'))
      }),
      { seed: 59 },
    )
  })

  it('reads the tail unsigned, unlike a token', () => {
    const input = bytesFromHex('80ff80')
    const signed = bigintMurmur3(input, 1000, 'signed').h1
    expect(Buffer.from(validatorDigest(input)).readBigInt64LE(0)).not.toBe(signed)
  })

  it('reads text as its UTF-8 bytes', () => {
    expect(hex(validatorDigest('é'))).toBe(hex(validatorDigest(Uint8Array.of(0xc3, 0xa9))))
  })
})
