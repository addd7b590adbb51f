import { bytesFromHex, hex } from '#engine/hash/bytes.ts'
import { flippedBits, sha1 } from '#engine/hash/hash.ts'

/** The SHA-1 that the notes print for "Hello World". */
export const printedHash = '2ef7bde608ce5404e97d5f042f95f89f1c232871'

/** The text it really is the hash of; a test hashes it. */
export const behindIt = 'Hello World!'

/** A text that was tried, and how far its hash is from the printed one. */
export interface Try {
  readonly text: string
  readonly digest: string
  /** 0 when it's the text, about half of {@link hashBits} for any other. */
  readonly bitsOff: number
}

/** How many bits the printed hash has: SHA-1's 160. */
export const hashBits = printedHash.length * 4

/** Hashes a text and counts the bits in which its hash differs from the printed one. */
export function tryText(text: string): Try {
  const digest = sha1(text)
  return { text, digest: hex(digest), bitsOff: flippedBits(digest, bytesFromHex(printedHash)).length }
}

/** What the tries so far teach, in a sentence. */
export function huntInWords(tries: readonly Try[]): string {
  const last = tries.at(-1)
  if (last === undefined) return ''
  if (last.bitsOff === 0) {
    return `All ${hashBits} bits agree. The notes hashed “${last.text}”, but wrote another text beside it.`
  }
  // A hit is no wrong try: with it the range would begin at 0 and say the opposite.
  const misses = tries.flatMap(({ bitsOff }) => (bitsOff === 0 ? [] : [bitsOff]))
  const least = Math.min(...misses)
  const most = Math.max(...misses)
  const off = `“${last.text}” is ${last.bitsOff} of ${hashBits} bits off.`
  if (misses.length < 3)
    return `${off} A wrong guess is off by about half of the bits, however close the text is.`
  return `${off} All ${misses.length} wrong guesses are between ${least} and ${most} bits off, so none is warmer than another.`
}
