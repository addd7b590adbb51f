import { bytesOf, type TextOrBytes } from '../hash/bytes.ts'
import { murmur3Bytes } from '../token/murmur3.ts'

/** Bytes of a partition's digest. */
export const validatorDigestBytes = 32

/**
 * The digest that Cassandra's repair takes of a partition (Digest.forValidator, since 4.0): two textbook Murmur3
 * hashes of 128 bits, seeds 1000 and 2000, one after the other. Fast, and good against accidents; no defence against
 * an attacker who chooses the data. Note the unsigned tail: the token of the same bytes is read with a signed one.
 */
export function validatorDigest(input: TextOrBytes): Uint8Array {
  const bytes = bytesOf(input)
  const digest = new Uint8Array(validatorDigestBytes)
  digest.set(murmur3Bytes(bytes, 1000, 'unsigned'), 0)
  digest.set(murmur3Bytes(bytes, 2000, 'unsigned'), 16)
  return digest
}
