import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** Wherever bytes are wanted, a text may be given for its UTF-8 bytes. */
export type TextOrBytes = string | Uint8Array

/** It's in browsers and Node alike, though the language doesn't name it. One for all texts: making one takes longer than using it. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
const encoder = new TextEncoder()

/** The bytes of a text (UTF-8); bytes are handed back as they are. */
export function bytesOf(input: TextOrBytes): Uint8Array {
  return typeof input === 'string' ? encoder.encode(input) : input
}

/** Bytes as lower-case hexadecimal, two digits a byte. */
export function hex(bytes: Uint8Array): string {
  return bytesToHex(bytes)
}

/** The first digits of {@link hex}: enough to tell digests apart in a drawing, never enough to compare them. */
export function shortHex(bytes: Uint8Array, digits = 12): string {
  return bytesToHex(bytes.subarray(0, Math.ceil(digits / 2))).slice(0, digits)
}

/** The bytes written as hexadecimal. Throws a RangeError on an odd length or a character that is no digit. */
export function bytesFromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    throw new RangeError(`hexadecimal has two digits (0-9, a-f) a byte; received "${text.slice(0, 80)}"`)
  }
  return hexToBytes(text)
}

/** True when both hold the same bytes in the same order. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/**
 * The order of two byte strings, bytes read as 0 to 255; a prefix comes before what is longer.
 * Negative: `a` is smaller. Zero: equal. Positive: `a` is larger.
 */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index++) {
    const order = (a[index] as number) - (b[index] as number)
    if (order !== 0) return order
  }
  return a.length - b.length
}
