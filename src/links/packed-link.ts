import { deflate, fromBase64url, inflate, toBase64url } from './packing.ts'
import { linkLimits } from './plan-link.ts'

/** The version of the packing: what stands before the first dot. */
const version = '1'

/** A link's fragment, '#' included; or why there is none, said to the reader. */
export type PackedLink =
  { readonly ok: true; readonly fragment: string } | { readonly ok: false; readonly say: string }

export type ReadPacked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly isAbsent: boolean; readonly say: string }

/**
 * A value in a fragment: `#name=1.LENGTH.SUM.<base64url(deflate-raw(JSON))>`. The length and the checksum are of what
 * follows them, so that a link that was cut says so instead of opening as something else.
 */
export async function packedLink(name: string, value: unknown): Promise<PackedLink> {
  const json = new TextEncoder().encode(JSON.stringify(value))
  const packed = toBase64url(await deflate(json))
  const fragment = `#${name}=${version}.${packed.length}.${checksum(packed)}.${packed}`
  if (json.length <= linkLimits.inflatedBytes && fragment.length - 1 <= linkLimits.characters)
    return { ok: true, fragment }
  return {
    ok: false,
    say: `This is too long for a link: ${fragment.length - 1} characters, and a link holds at most ${linkLimits.characters}.`,
  }
}

/** Reads what {@link packedLink} wrote. Never throws, and never unpacks more than the limit. The value is checked by nobody. */
export async function readPackedLink(name: string, fragment: string): Promise<ReadPacked> {
  const said = fragment.replace(/^#/, '')
  const prefix = `${name}=`
  const refuse = (say: string): ReadPacked => ({ ok: false, isAbsent: false, say })
  if (!said.startsWith(prefix))
    return { ok: false, isAbsent: true, say: 'This link carries nothing for this page.' }
  if (said.length > linkLimits.characters)
    return refuse(`This link is longer than the ${linkLimits.characters} characters that are read.`)
  const [named = '', length = '', sum = '', packed = ''] = said.slice(prefix.length).split('.')
  if (/^\d{1,6}$/.test(named) && named !== version)
    return refuse(
      `This link is of version ${named}, and this page reads version ${version}. Reload the page to get its newest version.`,
    )
  if (named !== version || !/^\d{1,6}$/.test(length)) return refuse(broken)
  if (packed.length < Number(length))
    return refuse(
      `This link was cut: ${packed.length} of its ${length} characters are left. Copy the whole link and open it again.`,
    )
  const bytes =
    packed.length === Number(length) && checksum(packed) === sum ? fromBase64url(packed) : undefined
  if (bytes === undefined) return refuse(broken)
  const text = await inflate(bytes, linkLimits.inflatedBytes)
  if (text === 'too large')
    return refuse(`This link holds more than ${linkLimits.inflatedBytes / 1024} KB and was not unpacked.`)
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return refuse(broken)
  }
}

const broken =
  'This link is broken: some of its characters have changed. Copy the whole link and open it again.'

/** Eight hexadecimal digits (FNV-1a), which differ when a character does. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
