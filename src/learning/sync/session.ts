import type { StoredEvent } from '../event.ts'
import { syncKeyOf, keyText } from './key.ts'
import type { Key } from './key.ts'
import type { Message } from './message.ts'
import { differenceOf, symbolsOf } from './symbols.ts'
import type { Symbol } from './symbols.ts'

/** Symbols in the first sketch: enough for about 30 events that one of the devices is missing. */
const firstSymbols = 56
/** Past so many symbols (about 150 missing events) a file moves less than codes do: the page then offers the file. */
const mostSymbols = 224

/** One device's side of a sync. It holds no clock and no store: each step gives the next side and what to do. */
export interface Side {
  readonly events: readonly StoredEvent[]
  /** The other device's symbols so far. */
  readonly heard: readonly Symbol[]
}

/** What a message brings about. */
export interface Step {
  readonly side: Side
  /** What to show the other device next; undefined when nothing is left to say. */
  readonly reply: Message | undefined
  /** Events that this device lacked. */
  readonly gained: readonly StoredEvent[]
  /** How many events this step hands to the other device. */
  readonly sent: number
  /** What this device still waits for. */
  readonly awaits: 'symbols' | 'events' | 'nothing'
  /** So many symbols weren't enough: the logs differ too much for codes, a file is quicker. */
  readonly isTooMuch: boolean
}

/** A device before it has heard anything. */
export const sideOf = (events: readonly StoredEvent[]): Side => ({ events, heard: [] })

/** The first thing that a device shows: what it has, as coded symbols. */
export function opening({ events }: Side): Message {
  return sketch(events, 0, firstSymbols)
}

/** What a device makes of a message. Any message may come twice or late: nothing is lost or added twice. */
export function receive(side: Side, message: Message): Step {
  if (message.kind === 'more')
    return step(side, { reply: sketch(side.events, message.from, Math.max(firstSymbols, message.from)) })
  return message.kind === 'sketch' ? compare(side, message) : take(side, message)
}

function compare(side: Side, { from, symbols }: Message & { kind: 'sketch' }): Step {
  const heard = from <= side.heard.length ? [...side.heard.slice(0, from), ...symbols] : side.heard
  const next: Side = { ...side, heard }
  const difference = differenceOf(keysOf(side.events), heard)
  if (difference === undefined) {
    const isTooMuch = heard.length >= mostSymbols
    return step(next, {
      reply: isTooMuch ? undefined : { kind: 'more', from: heard.length },
      awaits: 'symbols',
      isTooMuch,
    })
  }
  const events = eventsOf(side.events, difference.onlyHere)
  const wanted = difference.onlyThere
  if (events.length === 0 && wanted.length === 0) return step(next, {})
  return step(next, {
    reply: { kind: 'events', events, wanted },
    sent: events.length,
    awaits: wanted.length > 0 ? 'events' : 'nothing',
  })
}

function take(side: Side, { events, wanted }: Message & { kind: 'events' }): Step {
  const known = new Set(side.events.map(({ id }) => id))
  const gained = events.filter(({ id }) => !known.has(id))
  const next: Side = { ...side, events: [...side.events, ...gained] }
  const answer = eventsOf(side.events, wanted)
  return step(next, {
    gained,
    sent: answer.length,
    ...(answer.length > 0 ? { reply: { kind: 'events', events: answer, wanted: [] } } : {}),
  })
}

const step = (side: Side, part: Partial<Step>): Step => ({
  side,
  reply: undefined,
  gained: [],
  sent: 0,
  awaits: 'nothing',
  isTooMuch: false,
  ...part,
})

const keysOf = (events: readonly StoredEvent[]): readonly Key[] => events.map(({ id }) => syncKeyOf(id))

const sketch = (events: readonly StoredEvent[], from: number, length: number): Message => ({
  kind: 'sketch',
  size: events.length,
  from,
  symbols: symbolsOf(keysOf(events), from, length),
})

function eventsOf(events: readonly StoredEvent[], keys: readonly Key[]): readonly StoredEvent[] {
  const wanted = new Set(keys.map(keyText))
  return wanted.size === 0 ? [] : events.filter(({ id }) => wanted.has(keyText(syncKeyOf(id))))
}
