import { bytesOf, type TextOrBytes } from '../hash/bytes.ts'
import { murmur3FirstWord } from './murmur3.ts'

/**
 * A place on the ring: a signed 64-bit number. {@link lowestToken} is both the lowest token and the point where the
 * ring ends and begins again.
 */
export type Token = bigint

/** The lowest of 2^64 tokens. (Murmur3Partitioner.MINIMUM.) */
export const lowestToken: Token = -(2n ** 63n)

/** The highest of 2^64 tokens. (Murmur3Partitioner.MAXIMUM.) */
export const highestToken: Token = 2n ** 63n - 1n

/**
 * The token of a partition key, as Cassandra's Murmur3Partitioner gives it: the first word of Murmur3 with its signed
 * tail. A hash that falls on the lowest token is moved to the highest, so that only the empty key is there.
 */
export function tokenOf(key: TextOrBytes): Token {
  const bytes = bytesOf(key)
  if (bytes.length === 0) return lowestToken
  const word = murmur3FirstWord(bytes, 0, 'signed')
  return word === lowestToken ? highestToken : word
}
