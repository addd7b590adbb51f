import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64url, toBase64url } from '#text/base64url.ts'
import { decode, encode } from './message.ts'
import type { Message } from './message.ts'

/** Characters of one code: a QR code of version 27 or so, which a phone's camera reads from a screen. */
export const mostCharacters = 1300
const mark = 'AE1'

/**
 * A message as texts to show as QR codes or to paste. Each says which of how many it is and carries the message's
 * check, so that codes of one message are put together in any order, and a cut one is told from a whole one:
 * `AE1.check.part.parts.length.base64url`.
 */
export function codesOf(message: Message): readonly string[] {
  const body = toBase64url(encode(message))
  const check = checkOf(body)
  const room = mostCharacters - 40
  const parts = Math.max(1, Math.ceil(body.length / room))
  const size = Math.ceil(body.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const piece = body.slice(part * size, (part + 1) * size)
    return [mark, check, part + 1, parts, piece.length, piece].join('.')
  })
}

/** What a reader's text or scan was. `waiting`: parts of the same message are still to come. */
export type Read =
  | { readonly is: 'message'; readonly message: Message }
  | {
      readonly is: 'waiting'
      readonly parts: ReadonlyMap<number, string>
      readonly of: number
      readonly check: string
    }
  | { readonly is: 'wrong'; readonly why: 'no code' | 'newer' | 'cut' | 'damaged' }

/** Reads one code beside those already read; parts of another message begin again. */
export function readCode(text: string, before?: Read & { is: 'waiting' }): Read {
  const [prefix, check = '', part, parts, length, body, ...more] = text.trim().replace(/\s+/g, '').split('.')
  if (prefix === undefined || !/^AE\d+$/.test(prefix)) return { is: 'wrong', why: 'no code' }
  if (prefix !== mark) return { is: 'wrong', why: 'newer' }
  const [at, of] = [Number(part), Number(parts)]
  if (body === undefined || more.length > 0 || body.length !== Number(length))
    return { is: 'wrong', why: 'cut' }
  if (!(at >= 1 && at <= of && of <= 1000)) return { is: 'wrong', why: 'damaged' }
  const known = before?.check === check && before.of === of ? before.parts : new Map<number, string>()
  const all = new Map(known).set(at, body)
  if (all.size < of) return { is: 'waiting', parts: all, of, check }
  const whole = Array.from({ length: of }, (_, index) => all.get(index + 1)).join('')
  const message = checkOf(whole) === check ? decode(fromBase64url(whole) ?? new Uint8Array()) : undefined
  return message ? { is: 'message', message } : { is: 'wrong', why: 'damaged' }
}

const checkOf = (text: string): string =>
  Array.from(sha256(new TextEncoder().encode(text)).slice(0, 4), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
