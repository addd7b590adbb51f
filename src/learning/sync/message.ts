import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { isStoredEvent } from '../event-shapes.ts'
import type { StoredEvent } from '../event.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Key } from './key.ts'
import type { Symbol } from './symbols.ts'

/**
 * What two devices say to each other: `sketch` carries coded symbols of a log, from symbol `from` on; `more` asks for
 * symbols from `from` on; `events` carries what the other device is missing, and the keys of what this one is missing.
 */
export type Message =
  | {
      readonly kind: 'sketch'
      readonly size: number
      readonly from: number
      readonly symbols: readonly Symbol[]
    }
  | { readonly kind: 'more'; readonly from: number }
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[]; readonly wanted: readonly Key[] }

const kinds = ['sketch', 'more', 'events'] as const
/** A message of events inflates to at most 4 MiB: a forged one can't fill the page's memory. */
const mostInflated = 4 * 1024 * 1024
/** A piece inflates to a thousand times its size at most. */
const pieceBytes = 1024

/** The bytes of a message. */
export function encode(message: Message): Uint8Array {
  const out = new ByteWriter().u8(kinds.indexOf(message.kind))
  if (message.kind === 'more') return out.varint(message.from).done()
  if (message.kind === 'sketch') {
    out.varint(message.size).varint(message.from).varint(message.symbols.length)
    for (const { high, low, check, count } of message.symbols) out.u32(high).u32(low).u32(check).varint(count)
    return out.done()
  }
  out.varint(message.wanted.length)
  for (const { high, low } of message.wanted) out.u32(high).u32(low)
  return out.all(deflateSync(strToU8(JSON.stringify(message.events)), { level: 9 })).done()
}

/** The message of these bytes; undefined if they're none, whatever they are. */
export function decode(bytes: Uint8Array): Message | undefined {
  try {
    return read(new ByteReader(bytes))
  } catch {
    return undefined
  }
}

function read(reader: ByteReader): Message | undefined {
  switch (kinds[reader.u8()]) {
    case 'sketch':
      return { kind: 'sketch', size: reader.varint(), from: reader.varint(), symbols: readSymbols(reader) }
    case 'more':
      return { kind: 'more', from: reader.varint() }
    case 'events':
      return { kind: 'events', wanted: readKeys(reader), events: readEvents(reader.rest()) }
    default:
      return undefined
  }
}

function readSymbols(reader: ByteReader): readonly Symbol[] {
  const symbol = (): Symbol => ({
    high: reader.u32(),
    low: reader.u32(),
    check: reader.u32(),
    count: reader.varint(),
  })
  return Array.from({ length: reader.count(13) }, symbol)
}

const readKeys = (reader: ByteReader): readonly Key[] =>
  Array.from({ length: reader.count(8) }, () => ({ high: reader.u32(), low: reader.u32() }))

function readEvents(deflated: Uint8Array): readonly StoredEvent[] {
  const events: unknown = JSON.parse(strFromU8(inflated(deflated)))
  return Array.isArray(events) ? events.filter(isStoredEvent) : []
}

/** Piece by piece, so that bytes that would fill the memory are given up before they do. */
function inflated(deflated: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((chunk) => {
    size += chunk.length
    if (size > mostInflated) throw new RangeError(`more than ${mostInflated} bytes`)
    chunks.push(chunk)
  })
  for (let from = 0; from < deflated.length; from += pieceBytes)
    inflate.push(deflated.subarray(from, from + pieceBytes), from + pieceBytes >= deflated.length)
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
