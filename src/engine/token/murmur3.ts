/**
 * How the last `length % 16` bytes of a key are read. The textbook reads them as 0 to 255. Cassandra's partitioner
 * reads them as signed bytes, which flips every bit above a byte of 0x80 or more: another hash, and one that has to
 * stay as it is, since it decides where every row of every cluster lives. (Class MurmurHash, Cassandra 5.0.1.)
 */
export type Tail = 'unsigned' | 'signed'

/** The two words of a 128-bit hash, as signed 64-bit numbers. */
export interface Murmur3 {
  readonly h1: bigint
  readonly h2: bigint
}

/**
 * MurmurHash3, the x64 variant of 128 bits. `seed` is 0 to 2^31 - 1.
 *
 * Inside, every 64-bit number is two 32-bit halves: in JavaScript that is several times as fast as BigInt.
 */
export function murmur3(bytes: Uint8Array, seed: number, tail: Tail): Murmur3 {
  const words = new DataView(murmur3Bytes(bytes, seed, tail).buffer)
  return { h1: words.getBigInt64(0, true), h2: words.getBigInt64(8, true) }
}

/** {@link murmur3} as 16 bytes: both words, lowest byte first, as Guava writes a hash. */
export function murmur3Bytes(bytes: Uint8Array, seed: number, tail: Tail): Uint8Array<ArrayBuffer> {
  hash(bytes, seed, tail)
  const written = new Uint8Array(16)
  const view = new DataView(written.buffer)
  view.setInt32(0, h1Low, true)
  view.setInt32(4, h1High, true)
  view.setInt32(8, h2Low, true)
  view.setInt32(12, h2High, true)
  return written
}

/** The first word of {@link murmur3} alone, which is what a token is made of. */
export function murmur3FirstWord(bytes: Uint8Array, seed: number, tail: Tail): bigint {
  hash(bytes, seed, tail)
  firstWord.setInt32(0, h1Low, true)
  firstWord.setInt32(4, h1High, true)
  return firstWord.getBigInt64(0, true)
}

const firstWord = new DataView(new ArrayBuffer(8))

// The multipliers of the algorithm, in halves.
const c1High = 0x87c37b91 | 0
const c1Low = 0x114253d5 | 0
const c2High = 0x4cf5ad43 | 0
const c2Low = 0x2745937f | 0

// The state of the one hash under way (all of this runs to its end before anything else does), and the high half of
// what a 64-bit operation gave last: JavaScript returns one number, so each returns the low half and leaves the other.
let h1High = 0
let h1Low = 0
let h2High = 0
let h2Low = 0
let high = 0

function hash(bytes: Uint8Array, seed: number, tail: Tail): void {
  h1High = h2High = 0
  h1Low = h2Low = seed
  const length = bytes.length
  const blocksEnd = length - (length % 16)
  for (let at = 0; at < blocksEnd; at += 16) {
    mixIntoH1(halfAt(bytes, at + 4), halfAt(bytes, at))
    h1Low = rotateLeft(h1High, h1Low, 27)
    h1Low = add(high, h1Low, h2High, h2Low)
    h1Low = multiply(high, h1Low, 0, 5)
    h1Low = add(high, h1Low, 0, 0x52dce729)
    h1High = high
    mixIntoH2(halfAt(bytes, at + 12), halfAt(bytes, at + 8))
    h2Low = rotateLeft(h2High, h2Low, 31)
    h2Low = add(high, h2Low, h1High, h1Low)
    h2Low = multiply(high, h2Low, 0, 5)
    h2Low = add(high, h2Low, 0, 0x38495ab5)
    h2High = high
  }
  if (length - blocksEnd > 8) {
    const low = tailWord(bytes, blocksEnd + 8, length, tail)
    mixIntoH2(high, low)
  }
  if (length > blocksEnd) {
    const low = tailWord(bytes, blocksEnd, Math.min(length, blocksEnd + 8), tail)
    mixIntoH1(high, low)
  }
  finish(length)
}

function finish(length: number): void {
  h1Low ^= length
  h2Low ^= length
  addH2ToH1()
  addH1ToH2()
  h1Low = avalanche(h1High, h1Low)
  h1High = high
  h2Low = avalanche(h2High, h2Low)
  h2High = high
  addH2ToH1()
  addH1ToH2()
}

function mixIntoH1(kHigh: number, kLow: number): void {
  let low = multiply(kHigh, kLow, c1High, c1Low)
  low = rotateLeft(high, low, 31)
  low = multiply(high, low, c2High, c2Low)
  h1High ^= high
  h1Low ^= low
}

function mixIntoH2(kHigh: number, kLow: number): void {
  let low = multiply(kHigh, kLow, c2High, c2Low)
  // By 33 bits: the halves change places, then one more.
  low = rotateLeft(low, high, 1)
  low = multiply(high, low, c1High, c1Low)
  h2High ^= high
  h2Low ^= low
}

function addH2ToH1(): void {
  h1Low = add(h1High, h1Low, h2High, h2Low)
  h1High = high
}

function addH1ToH2(): void {
  h2Low = add(h2High, h2Low, h1High, h1Low)
  h2High = high
}

/** Makes every bit of the result depend on every bit of the number. */
function avalanche(kHigh: number, kLow: number): number {
  let low = multiply(kHigh, kLow ^ (kHigh >>> 1), 0xff51afd7 | 0, 0xed558ccd | 0)
  low = multiply(high, low ^ (high >>> 1), 0xc4ceb9fe | 0, 0x1a85ec53 | 0)
  return low ^ (high >>> 1)
}

/** Four bytes, lowest first, as one half. */
function halfAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  )
}

/** The bytes from `from` up to `to`, at most 8, each read as `tail` says, shifted to its place and XORed together. */
function tailWord(bytes: Uint8Array, from: number, to: number, tail: Tail): number {
  let low = 0
  high = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    // 32 bits of the byte: the ones above it are all set when it is negative.
    const extended = tail === 'signed' ? (byte << 24) >> 24 : byte
    const shift = 8 * (at - from)
    if (shift >= 32) {
      high ^= extended << (shift - 32)
    } else {
      low ^= extended << shift
      high ^= shift === 0 ? extended >> 31 : extended >> (32 - shift)
    }
  }
  return low
}

function add(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const low = (aLow >>> 0) + (bLow >>> 0)
  high = (aHigh + bHigh + (low > 0xffffffff ? 1 : 0)) | 0
  return low | 0
}

/** `bits` is 1 to 31. */
function rotateLeft(kHigh: number, kLow: number, bits: number): number {
  high = (kHigh << bits) | (kLow >>> (32 - bits))
  return (kLow << bits) | (kHigh >>> (32 - bits))
}

/** The low 64 bits of a product, by digits of 16 bits, so that no partial sum goes past what a number holds exactly. */
function multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const a0 = aLow & 0xffff
  const a1 = aLow >>> 16
  const b0 = bLow & 0xffff
  const b1 = bLow >>> 16
  const first = a1 * b0 + ((a0 * b0) >>> 16)
  const second = a0 * b1 + (first & 0xffff)
  high = (Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh) + a1 * b1 + (first >>> 16) + (second >>> 16)) | 0
  return Math.imul(aLow, bLow)
}
