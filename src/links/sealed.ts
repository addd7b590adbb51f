import { fnv1a } from '#text/fnv.ts'
import { fromBase64url, toBase64url } from '#text/base64url.ts'
import { byteLength, deflate, inflate } from './packing.ts'

/** What a link may weigh: characters after the '#', and bytes of what it holds as JSON. */
export const linkLimits = { characters: 8_192, inflatedBytes: 256 * 1024 } as const

/** How links are packed today. Version 1, deflated JSON without length and checksum, is still read. */
const linkVersion = 2

/** What can be wrong with a sealed value. */
export type SealTrouble = 'cut' | 'broken' | 'too large' | 'unknown version'

/** A value that was sealed, with the version it was sealed by; or what's wrong with it, said to the reader. */
export type Opened =
  | { readonly ok: true; readonly value: unknown; readonly version: number }
  | { readonly ok: false; readonly trouble: SealTrouble; readonly message: string }

/**
 * A value as the text of an address: `2.LENGTH.CHECKSUM.PACKED`, the length of what follows in base 36, so that a link
 * that was cut says so, and one in which something was changed says that. Undefined for a value larger than is read.
 */
export async function seal(value: unknown): Promise<string | undefined> {
  const json = JSON.stringify(value)
  if (byteLength(json) > linkLimits.inflatedBytes) return undefined
  const packed = toBase64url(await deflate(json, true))
  return `${linkVersion}.${packed.length.toString(36)}.${checksum(packed)}.${packed}`
}

/** Reads what {@link seal} wrote, and version 1. Never throws, and never unpacks more than the limit. */
export async function open(text: string): Promise<Opened> {
  if (text.length > linkLimits.characters)
    return refuse('too large', `This link is too long: the limit is ${linkLimits.characters} characters.`)
  const named = /^(\d{1,6})(?:\.|$)/.exec(text)?.[1]
  if (text === '' || named === text) return cut
  if (named === '1') return unpacked(text.slice(2), 1)
  if (named !== undefined && named !== String(linkVersion))
    return refuse(
      'unknown version',
      `This link is of version ${named}, and this page reads versions 1 and ${linkVersion}. It is kept in the address bar as it came: reload the page to get its newest version.`,
    )
  if (named === undefined) return broken
  const found = /^2\.([0-9a-z]{1,4})\.([0-9a-z]{7})\.([A-Za-z0-9_-]*)/.exec(text)
  // The head alone can be cut as well: then all that's there is its beginning.
  if (found === null) return /^2\.[0-9a-z]{0,4}(?:\.[0-9a-z]{0,7})?$/.test(text) ? cut : broken
  const [, length = '', sum, packed = ''] = found
  const long = parseInt(length, 36)
  if (packed.length < long) return text.length > found[0].length ? broken : cut
  // What a message put behind the link isn't the link's.
  const own = packed.slice(0, long)
  return checksum(own) === sum ? unpacked(own, 2) : broken
}

async function unpacked(packed: string, from: number): Promise<Opened> {
  const bytes = fromBase64url(packed)
  const text = bytes === undefined ? 'broken' : await inflate(bytes, linkLimits.inflatedBytes, from > 1)
  if (text === 'too large')
    return refuse(
      'too large',
      `What this link holds is larger than ${linkLimits.inflatedBytes / 1024} KB, so it wasn’t unpacked.`,
    )
  const damaged = from === 1 ? damagedOld : broken
  if (text === 'broken') return damaged
  try {
    return { ok: true, value: JSON.parse(text) as unknown, version: from }
  } catch {
    return damaged
  }
}

function refuse(trouble: SealTrouble, message: string): Opened {
  return { ok: false, trouble, message }
}

/** The names under which pages read what is sealed. */
const names = ['plan', 'code', 'challenge', 'sheet', 'answer']

/**
 * What a fragment carries under a name; undefined where there's nothing of that name. A fragment in which something is sealed
 * under a name that no page reads was changed on its way.
 */
export function sealedIn(
  fragment: string,
  name: string,
): { readonly packed?: string; readonly isChanged: boolean } {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const packed = fields.get(name)
  if (packed !== null) return { packed, isChanged: false }
  const isSealed = /\d\.[0-9a-z]{1,4}\.[0-9a-z]{7}\.[\w-]{8}/.test(fragment)
  return { isChanged: isSealed && !names.some((one) => fields.has(one)) }
}

/** {@link open} of what a fragment carries under a name, which readers know as well: "This link carries no plan." */
export async function openUnder(
  name: string,
  fragment: string,
): Promise<Opened | { readonly ok: false; readonly trouble: 'absent'; readonly message: string }> {
  const { packed, isChanged } = sealedIn(fragment, name)
  if (isChanged) return broken
  if (packed === undefined) return { ok: false, trouble: 'absent', message: `This link carries no ${name}.` }
  if (fragment.replace(/^#/, '').length > linkLimits.characters)
    return refuse(
      'too large',
      `This link is longer than the ${linkLimits.characters} characters that are read.`,
    )
  return open(packed)
}

/** Said of a link whose end is missing. */
export const cutWords = 'This link was cut: its end is missing. Copy the whole link and open it again.'
const cut = refuse('cut', cutWords)

/** Said of a link that fails its checksum. */
export const brokenWords =
  'This link is broken: something in it was changed on the way. Copy it again from where it was made.'
const broken = refuse('broken', brokenWords)
/** A link of version 1 can't tell the two apart. */
const damagedOld = refuse(
  'broken',
  'This link is broken: its end may be missing. Copy the whole link and open it again.',
)

/** Seven signs that tell one text from another that differs by chance (FNV-1a). */
export function checksum(text: string): string {
  return fnv1a(text).toString(36).padStart(7, '0')
}
