import { notTakenBack } from '#learning/effective.ts'
import { isLearningEvent } from '#learning/event-shapes.ts'
import type { LearningEvent, StoredEvent } from '#learning/event.ts'
import { follows, markOf, noMark } from '#learning/part.ts'
import type { Part } from '#learning/part.ts'
import type { Store } from '#storage/open.ts'
import { checkpointFormat } from './kept-mark.ts'
import type { KeptMark } from './kept-mark.ts'

/** So many events without a checkpoint are read and counted as quickly as one is fetched. */
const most = 200

interface Loaded {
  readonly part: Part<unknown>
  /** What the log amounted to at the last checkpoint or count; undefined until the log was looked at. */
  base: unknown
  /** The same with all events since. */
  state: unknown
}

/**
 * What a log amounts to, part by part, without holding the log: from the last checkpoint and the events since. An event
 * that follows all others is added. One that changes only what others since then count for, as an undo does, has those
 * counted again; any other has the whole log read and counted again.
 */
export class Reduction {
  readonly #store: Store
  readonly #parts = new Map<string, Loaded>()
  /** The mark of what the bases count in, and the ids of these events where the whole log was read for it. */
  #base = noMark
  #counted = new Set<string>()
  /** The checkpoint that the bases are of; 0 where they were counted from the whole log. */
  #turn = 0
  /** The events counted in since, the time of the latest of all, and how many there are in all. */
  #since = new Map<string, StoredEvent>()
  #latest = -Infinity
  #count = 0
  #isDue = false

  constructor(store: Store) {
    this.#store = store
  }

  /** The time of the latest event. */
  get latest(): number {
    return this.#latest
  }

  /** A part's state; undefined until the part is there. */
  state(name: string): unknown {
    return this.#parts.get(name)?.state
  }

  /** Adds a part, with what the log amounts to in it. */
  async add(name: string, part: Part<unknown>): Promise<void> {
    if (this.#parts.has(name)) return
    this.#parts.set(name, { part, base: undefined, state: undefined })
    await this.read()
  }

  /** Looks at what the storage has. */
  async read(): Promise<void> {
    const found = await this.#store.events.since(['mark', ...this.#parts.keys()])
    const mark = found?.parts['mark'] as KeptMark | undefined
    const isWhole = [...this.#parts.keys()].every((name) => found?.parts[name] !== undefined)
    if (found === undefined || mark?.format !== checkpointFormat || !isWhole) return this.#recount([])
    const isAnew = [...this.#parts.values()].some(({ state }) => state === undefined)
    if (isAnew || found.turn !== this.#turn) {
      for (const [name, loaded] of this.#parts) loaded.base = loaded.state = found.parts[name]
      this.#begin(mark, found.turn, found.count)
    }
    await this.take(found.after)
    if (found.after.length > most) this.#checkpointSoon()
  }

  /** Counts in events that are stored; those that are in already change nothing. */
  async take(events: readonly StoredEvent[]): Promise<void> {
    const fresh = events.filter(({ id }) => !this.#since.has(id) && !this.#counted.has(id)).sort(inTime)
    const ids = new Set(fresh.map(({ id }) => id))
    const isSince = (event: StoredEvent): boolean => {
      if (event.at <= this.#base.latest || this.#base.undone.has(event.id)) return false
      const target = isLearningEvent(event) && event.type === 'undone' ? event.event : undefined
      return target === undefined || this.#since.has(target) || ids.has(target)
    }
    if (!fresh.every(isSince)) return this.#recount(fresh)
    for (const event of fresh) {
      if (!follows({ latest: this.#latest, undone: noMark.undone }, event)) return this.#replay(fresh)
      this.#keep([event])
      if (isLearningEvent(event)) this.#carryOn(event)
    }
  }

  #carryOn(event: LearningEvent): void {
    for (const loaded of this.#parts.values()) loaded.state = loaded.part.after(loaded.state, event)
  }

  /** Counts all again that came since the bases, with these. */
  #replay(fresh: readonly StoredEvent[]): void {
    this.#keep(fresh)
    for (const loaded of this.#parts.values()) loaded.state = loaded.base
    for (const event of [...notTakenBack([...this.#since.values()])].sort(inTime)) this.#carryOn(event)
  }

  #keep(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (this.#since.has(event.id)) continue
      this.#since.set(event.id, event)
      this.#latest = Math.max(this.#latest, event.at)
      this.#count += 1
    }
  }

  #begin(mark: typeof noMark, turn: number, count: number): void {
    this.#base = mark
    this.#latest = mark.latest
    this.#turn = turn
    this.#count = count
    this.#counted = new Set()
    this.#since = new Map()
  }

  /** Reads and counts the whole log, in which `fresh` is too. */
  async #recount(fresh: readonly StoredEvent[]): Promise<void> {
    const events = await this.#store.events.all()
    // Where a part of the log has gone out of reach, what's known of it is more than what can be counted.
    const isCut = this.#store.trouble !== undefined && events.length < this.#count
    const later = new Set(isCut ? [...this.#since.keys(), ...fresh.map(({ id }) => id)] : [])
    const older = events.filter(({ id }) => !later.has(id))
    for (const loaded of this.#parts.values())
      if (!isCut || loaded.state === undefined) loaded.base = loaded.state = loaded.part.of(older)
    if (isCut) return this.#replay(fresh)
    this.#begin(markOf(events), 0, events.length)
    this.#counted = new Set(events.map(({ id }) => id))
    if (events.length > most) this.#checkpointSoon()
  }

  /** While the reader reads: the pages that open next have less to do. */
  #checkpointSoon(): void {
    if (this.#isDue || this.#store.kept !== 'kept') return
    this.#isDue = true
    const make = () =>
      void import('./checkpoint.ts')
        .then(({ makeCheckpoint }) => makeCheckpoint(this.#store))
        // Offline, say: the next page tries again.
        .catch(() => {})
        .finally(() => (this.#isDue = false))
    if ('requestIdleCallback' in globalThis) requestIdleCallback(make, { timeout: 4000 })
    else setTimeout(make, 1000)
  }
}

const inTime = (one: StoredEvent, other: StoredEvent): number =>
  one.at - other.at || (one.id < other.id ? -1 : 1)
