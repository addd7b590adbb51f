/**
 * Some of these digests that XOR to zero, as ascending indexes; undefined when there are none. Leave them all out, or
 * add them all, and an XOR of digests stays the same.
 *
 * Digests of 256 bits are vectors of 256 coordinates, each 0 or 1, and XOR is their sum: among any 257 some must cancel,
 * whatever hash made them. This is Gaussian elimination: it takes milliseconds and needs no luck.
 */
export function cancellingDigests(digests: readonly Uint8Array[]): readonly number[] | undefined {
  // By highest bit, a sum of digests seen so far, and which ones it is the sum of (bit i for digest i).
  const reduced = new Map<number, { sum: bigint; members: bigint }>()
  for (const [index, digest] of digests.entries()) {
    let sum = numberOf(digest)
    let members = 1n << BigInt(index)
    for (let bit = highestBit(sum); bit >= 0; bit = highestBit(sum)) {
      const known = reduced.get(bit)
      if (known === undefined) {
        reduced.set(bit, { sum, members })
        break
      }
      sum ^= known.sum
      members ^= known.members
    }
    if (sum === 0n) return [...digests.keys()].filter((member) => (members >> BigInt(member)) & 1n)
  }
  return undefined
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
}

/** Position of the highest bit that is set; -1 for zero. */
function highestBit(number: bigint): number {
  return number === 0n ? -1 : number.toString(2).length - 1
}
