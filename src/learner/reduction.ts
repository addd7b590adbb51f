import { isLearningEvent } from '#learning/event.ts'
import type { StoredEvent } from '#learning/event.ts'
import { follows, markOf, noMark } from '#learning/part.ts'
import type { Part } from '#learning/part.ts'
import type { Store } from '#storage/open.ts'
import { checkpointFormat } from './kept-mark.ts'
import type { KeptMark } from './kept-mark.ts'

/** So many events without a checkpoint are read and counted as quickly as one is fetched. */
const most = 200

interface Loaded {
  readonly part: Part<unknown>
  /** Undefined until the log was looked at. */
  state: unknown
}

/**
 * What a log amounts to, part by part, without holding the log: from the last checkpoint and the events since. An event
 * that follows all others is added; any other has the whole log read and counted again.
 */
export class Reduction {
  readonly #store: Store
  readonly #parts = new Map<string, Loaded>()
  #mark = noMark
  /** The checkpoint that the states began from; 0 where they were counted from the whole log. */
  #turn = 0
  /** The events counted in since, and how many there are in all. */
  #since = new Set<string>()
  #count = 0
  #isDue = false

  constructor(store: Store) {
    this.#store = store
  }

  /** The time of the latest event. */
  get latest(): number {
    return this.#mark.latest
  }

  /** A part's state; undefined until the part is there. */
  state(name: string): unknown {
    return this.#parts.get(name)?.state
  }

  /** Adds a part, with what the log amounts to in it. */
  async add(name: string, part: Part<unknown>): Promise<void> {
    if (this.#parts.has(name)) return
    this.#parts.set(name, { part, state: undefined })
    await this.read()
  }

  /** Looks at what the storage has. */
  async read(): Promise<void> {
    const found = await this.#store.events.since(['mark', ...this.#parts.keys()])
    const mark = found?.parts['mark'] as KeptMark | undefined
    const isWhole = [...this.#parts.keys()].every((name) => found?.parts[name] !== undefined)
    if (found === undefined || mark?.format !== checkpointFormat || !isWhole) return this.#recount()
    const isAnew = [...this.#parts.values()].some(({ state }) => state === undefined)
    if (isAnew || found.turn !== this.#turn) {
      for (const [name, loaded] of this.#parts) loaded.state = found.parts[name]
      this.#mark = mark
      this.#turn = found.turn
      this.#since = new Set()
      this.#count = found.count
    }
    await this.take(found.after)
    if (found.after.length > most) this.#checkpointSoon()
  }

  /** Counts in events that are stored; those that are in already change nothing. */
  async take(events: readonly StoredEvent[]): Promise<void> {
    const fresh = events
      .filter(({ id }) => !this.#since.has(id))
      .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    for (const event of fresh) {
      if (!follows(this.#mark, event)) return this.#recount()
      this.#mark = { ...this.#mark, latest: event.at }
      this.#since.add(event.id)
      this.#count += 1
      if (!isLearningEvent(event)) continue
      for (const loaded of this.#parts.values()) loaded.state = loaded.part.after(loaded.state, event)
    }
  }

  async #recount(): Promise<void> {
    const events = await this.#store.events.all()
    // Where a part of the log has gone out of reach, what's known of it is more than what can be counted.
    const isCut = events.length < this.#count
    for (const loaded of this.#parts.values())
      if (!isCut || loaded.state === undefined) loaded.state = loaded.part.of(events)
    if (isCut) return
    this.#mark = markOf(events)
    this.#turn = 0
    this.#since = new Set(events.map(({ id }) => id))
    this.#count = events.length
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
