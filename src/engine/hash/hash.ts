import { sha1 as sha1Digest } from '@noble/hashes/legacy.js'
import { sha256 as sha256Digest } from '@noble/hashes/sha2.js'
import { bytesOf, type TextOrBytes } from './bytes.ts'

/** SHA-256 of a text (its UTF-8 bytes) or of bytes: 32 bytes. */
export function sha256(input: TextOrBytes): Uint8Array {
  return sha256Digest(bytesOf(input))
}

/**
 * SHA-1 of a text (its UTF-8 bytes) or of bytes: 20 bytes. Two different documents with one SHA-1 were published
 * in 2017, so it is here to be looked at, not to be relied on.
 */
export function sha1(input: TextOrBytes): Uint8Array {
  return sha1Digest(bytesOf(input))
}

/**
 * Positions of the bits in which two digests of the same length differ, counted from the first digest bit
 * (the highest of byte 0). Its length is the number of flipped bits; a good hash flips about half of them.
 */
export function flippedBits(a: Uint8Array, b: Uint8Array): readonly number[] {
  if (a.length !== b.length) {
    throw new RangeError(
      `only digests of one length are compared bit by bit; received ${a.length} and ${b.length} bytes`,
    )
  }
  const positions: number[] = []
  for (let index = 0; index < a.length; index++) {
    const changed = (a[index] as number) ^ (b[index] as number)
    for (let bit = 0; bit < 8; bit++) if ((changed & (0x80 >> bit)) !== 0) positions.push(index * 8 + bit)
  }
  return positions
}
