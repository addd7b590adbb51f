import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex } from '#engine/hash/bytes.ts'
import { murmur3, murmur3Bytes, murmur3FirstWord } from '#engine/token/murmur3.ts'
import { bigintMurmur3 } from '../../peers/bigint-murmur3.ts'

const keys = fc.oneof(
  fc.uint8Array({ maxLength: 70 }),
  fc.uint8Array({ maxLength: 40 }).map((key) => key.map((byte) => byte | 0x80)),
)
const seeds = fc.constantFrom(0, 1, 1000, 2000, 2 ** 31 - 1)
const tails = fc.constantFrom('signed' as const, 'unsigned' as const)

describe('murmur3(bytes, seed, tail)', () => {
  it('equals the definition on BigInt, for every seed, tail and length', () => {
    fc.assert(
      fc.property(keys, seeds, tails, (key, seed, tail) => {
        expect(murmur3(key, seed, tail)).toEqual(bigintMurmur3(key, seed, tail))
      }),
      { seed: 51, numRuns: 1500 },
    )
  })

  it('hashes the bytes of a view, not of the buffer below it', () => {
    const view = Uint8Array.of(9, 1, 2, 3, 9).subarray(1, 4)
    expect(murmur3(view, 0, 'signed')).toEqual(murmur3(Uint8Array.of(1, 2, 3), 0, 'signed'))
  })

  it('reads the tail in two ways that part only where a byte of 0x80 or more has bits above it', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const tailStart = key.length - (key.length % 16)
        const matters = key.some((byte, index) => index >= tailStart && byte >= 0x80 && index % 8 !== 7)
        const same = murmur3(key, 0, 'signed').h1 === murmur3(key, 0, 'unsigned').h1
        expect(same).toBe(!matters)
      }),
      { seed: 52, numRuns: 500 },
    )
  })

  it('is written lowest byte first', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const { h1, h2 } = murmur3(key, 0, 'unsigned')
        const written = Buffer.alloc(16)
        written.writeBigInt64LE(h1, 0)
        written.writeBigInt64LE(h2, 8)
        expect(hex(murmur3Bytes(key, 0, 'unsigned'))).toBe(written.toString('hex'))
        expect(murmur3FirstWord(key, 0, 'unsigned')).toBe(h1)
      }),
      { seed: 53 },
    )
  })
})
