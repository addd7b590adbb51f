import { hex } from '#engine/hash/bytes.ts'
import { flippedBits, sha1, sha256 } from '#engine/hash/hash.ts'

/** One algorithm's digests of two texts, and the bits in which they differ. */
export interface Comparison {
  readonly algorithm: 'SHA-1' | 'SHA-256'
  readonly before: string
  readonly after: string
  readonly bits: number
  /** Positions of the flipped bits, ascending. */
  readonly flipped: readonly number[]
}

/** Both texts hashed both ways. */
export function compareTexts(before: string, after: string): readonly Comparison[] {
  return [
    compareDigests('SHA-1', sha1(before), sha1(after)),
    compareDigests('SHA-256', sha256(before), sha256(after)),
  ]
}

function compareDigests(
  algorithm: Comparison['algorithm'],
  before: Uint8Array,
  after: Uint8Array,
): Comparison {
  return {
    algorithm,
    before: hex(before),
    after: hex(after),
    bits: before.length * 8,
    flipped: flippedBits(before, after),
  }
}
