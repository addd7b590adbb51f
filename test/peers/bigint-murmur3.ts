import type { Tail } from '#engine/token/murmur3.ts'

/**
 * Murmur3 as its definition reads, on BigInt: slow, and hard to get wrong in the way two halves are. The oracle of the
 * tests and the peer of the bench.
 */
export function bigintMurmur3(bytes: Uint8Array, seed: number, tail: Tail): { h1: bigint; h2: bigint } {
  const c1 = 0x87c37b91114253d5n
  const c2 = 0x4cf5ad432745937fn
  const word = (value: bigint) => BigInt.asUintN(64, value)
  const rotate = (value: bigint, bits: bigint) => word((value << bits) | (value >> (64n - bits)))
  const mixK1 = (k: bigint) => word(rotate(word(k * c1), 31n) * c2)
  const mixK2 = (k: bigint) => word(rotate(word(k * c2), 33n) * c1)
  const avalanche = (start: bigint) => {
    let k = word((start ^ (start >> 33n)) * 0xff51afd7ed558ccdn)
    k = word((k ^ (k >> 33n)) * 0xc4ceb9fe1a85ec53n)
    return k ^ (k >> 33n)
  }
  let h1 = BigInt(seed)
  let h2 = BigInt(seed)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks = Math.floor(bytes.length / 16)
  for (let block = 0; block < blocks; block++) {
    h1 ^= mixK1(view.getBigUint64(block * 16, true))
    h1 = word((rotate(h1, 27n) + h2) * 5n + 0x52dce729n)
    h2 ^= mixK2(view.getBigUint64(block * 16 + 8, true))
    h2 = word((rotate(h2, 31n) + h1) * 5n + 0x38495ab5n)
  }
  let k1 = 0n
  let k2 = 0n
  for (let index = blocks * 16; index < bytes.length; index++) {
    const byte = tail === 'signed' ? BigInt(view.getInt8(index)) : BigInt(view.getUint8(index))
    const place = BigInt(index % 8) * 8n
    if (index % 16 < 8) k1 ^= word(byte << place)
    else k2 ^= word(byte << place)
  }
  h1 ^= mixK1(k1) ^ BigInt(bytes.length)
  h2 ^= mixK2(k2) ^ BigInt(bytes.length)
  h1 = word(h1 + h2)
  h2 = word(h2 + h1)
  h1 = avalanche(h1)
  h2 = avalanche(h2)
  h1 = word(h1 + h2)
  h2 = word(h2 + h1)
  return { h1: BigInt.asIntN(64, h1), h2: BigInt.asIntN(64, h2) }
}
