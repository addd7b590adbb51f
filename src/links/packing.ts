import { dictionary } from './dictionary.ts'

/**
 * A text packed into bytes that an address may hold, the same in the browser and in Node. `withWords`: packed by the
 * words of the {@link dictionary}, without which it can't be unpacked again.
 */
export async function deflate(text: string, withWords: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const { deflateSync } = await import('fflate')
  return deflateSync(encoder.encode(text), { level: 9, mem: 4, ...(withWords && { dictionary: words }) })
}

/**
 * The text in packed bytes; 'broken' when they don't unpack to text. No more than `mostBytes` are unpacked, so that a small
 * link can't fill the memory.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  mostBytes: number,
  withWords: boolean,
): Promise<string | 'broken' | 'too large'> {
  // The unpacker gives back its whole buffer for no bytes at all.
  if (bytes.length === 0) return 'broken'
  const { inflateSync } = await import('fflate')
  try {
    // One byte more than is read: that it's filled says that there's more.
    const out = new Uint8Array(mostBytes + 1)
    const unpacked = inflateSync(bytes, { out, ...(withWords && { dictionary: words }) })
    return unpacked.length > mostBytes ? 'too large' : decoder.decode(unpacked)
  } catch {
    // The only errors here are of the data: no valid deflate stream, or no valid UTF-8.
    return 'broken'
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const words = encoder.encode(dictionary)

/** How many bytes a text takes. */
export function byteLength(text: string): number {
  return encoder.encode(text).length
}
