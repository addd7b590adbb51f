import { isStoredEvent } from '#learning/event-shapes.ts'
import type { StoredEvent } from '#learning/event.ts'
import { makeCheckpoint, readCheckpoint } from './checkpoint.ts'
import { openDatabase, Unavailable } from './database.ts'
import type { Database } from './database.ts'
import { MemoryDrafts, MemoryEvents } from './memory.ts'
import { channelName } from './name.ts'
import { otherCell, reasons } from './store.ts'
import type { AppendHow, Before, Checkpoint, Draft, Drafts, Events, Store, Trouble } from './store.ts'
import { addEvents, changeDraft, isDraft } from './writes.ts'

/** So many events are added in one transaction: enough to be quick, few enough to show how far it has come. */
const lotSize = 250

/** A browser that closes the storage again and again won't keep it open the next time either. */
const mostReopenings = 5

/**
 * A store in the browser's IndexedDB. Whatever the browser then refuses is kept in memory beside what was read, so
 * that the page goes on with everything it knew; the database itself is never emptied, deleted or repaired.
 */
export class BrowserStore implements Store {
  readonly events: Events = {
    append: async (event) => void (await this.#append([event], {})),
    appendAll: (events, how = {}) => this.#append(events, how),
    all: () => this.#all(),
    since: (parts) => this.#since(parts),
    checkpoint: (parts) => this.#checkpoint(parts),
  }
  readonly drafts: Drafts = {
    get: (lesson, cell) => this.#getDraft(lesson, cell),
    other: (lesson, cell) => this.#getDraft(lesson, otherCell(cell)),
    put: (draft, before) => this.#putDraft(draft, before),
    remove: (lesson, cell, before) => this.#removeDraft(lesson, cell, before),
    removeOther: (lesson, cell) => this.#removeDraft(lesson, otherCell(cell)),
    all: () => this.#allDrafts(),
  }
  #database: Database | undefined
  #trouble: Trouble | undefined
  /** The last that was read and all that was added here: what remains when the database goes away. */
  readonly #knownEvents = new MemoryEvents()
  readonly #knownDrafts = new MemoryDrafts()
  readonly #removedDrafts = new Set<string>()
  /** What the database hasn't taken yet: tried again with every later write, because a full disk may find room. */
  readonly #waiting = new Map<string, (database: Database) => Promise<unknown>>()
  readonly #listeners = new Set<() => void>()
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName)

  /** So many events were stored when this page last looked, at least: a database with fewer is another one. */
  #stored = 0
  #isReopening = false
  #reopenings = 0
  #isClosed = false
  readonly #patienceMs: number

  private constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  /** Opens the store; resolves also when there's none to be had, and then says why. */
  static async open(patienceMs: number): Promise<BrowserStore> {
    const store = new BrowserStore(patienceMs)
    try {
      store.#database = await store.#open()
      // Reads at once: a database that opens and can't be read is damaged, and the page is to know at the start.
      await store.#read((database) => database.getAll('recent'))
    } catch (error) {
      store.#trouble = error instanceof Unavailable ? error.trouble : 'damaged'
      if (error instanceof Unavailable) store.#database = error.readable
    }
    store.#channel?.addEventListener('message', () => store.#tell())
    return store
  }

  #open(): Promise<Database> {
    return openDatabase({
      patienceMs: this.#patienceMs,
      lost: (trouble) => this.#lose(trouble),
      leaving: async () => void (await this.#all()),
    })
  }

  get kept(): 'kept' | 'memory' {
    return this.#trouble === undefined ? 'kept' : 'memory'
  }

  get trouble(): Trouble | undefined {
    return this.#trouble
  }

  get reason(): string | undefined {
    return this.#trouble && reasons[this.#trouble]
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#isClosed = true
    this.#channel?.close()
    this.#listeners.clear()
    this.#database?.close()
    this.#database = undefined
  }

  async #append(events: readonly StoredEvent[], { told, signal }: AppendHow): Promise<number> {
    let done = 0
    while (done < events.length && signal?.aborted !== true) {
      const lot = events.slice(done, done + lotSize)
      for (const event of lot) await this.#knownEvents.append(event)
      await this.#write(`events ${lot.length} from ${lot[0]!.id}`, async (database) => {
        this.#stored += await addEvents(database, lot)
      })
      done += lot.length
      told?.(done)
    }
    if (this.kept === 'kept') this.#channel?.postMessage('events')
    return done
  }

  async #all(): Promise<readonly StoredEvent[]> {
    const stored = await this.#read((database) => database.getAll('events'))
    this.#stored = Math.max(this.#stored, stored?.length ?? 0)
    for (const event of stored ?? []) if (isStoredEvent(event)) await this.#knownEvents.append(event)
    return this.#knownEvents.all()
  }

  async #since(parts: readonly string[]): Promise<Checkpoint | undefined> {
    if (this.#trouble !== undefined) return undefined
    const found = await this.#read((database) => readCheckpoint(database, parts))
    this.#stored = Math.max(this.#stored, found === undefined ? 0 : found.count + found.after.length)
    return found
  }

  async #checkpoint(
    partsOf: (events: readonly StoredEvent[]) => Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (!this.#database || this.#trouble !== undefined) return
    try {
      await makeCheckpoint(this.#database, partsOf)
    } catch {
      // A full disk, or a database that went away in the meantime: the log says all of it, and the next page that reads it notices.
    }
  }

  async #getDraft(lesson: string, cell: string): Promise<Draft | undefined> {
    const known = await this.#knownDrafts.get(lesson, cell)
    if (this.#trouble !== undefined && (known || this.#removedDrafts.has(draftKey(lesson, cell))))
      return known
    const stored = await this.#read((database) => database.get('drafts', [lesson, cell]))
    return isDraft(stored) ? stored : this.#trouble === undefined ? undefined : known
  }

  /** What is stored, and what this page knows beside it; a draft removed here isn't given out. */
  async #allDrafts(): Promise<readonly Draft[]> {
    const stored = (await this.#read((database) => database.getAll('drafts'))) ?? []
    const known = await this.#knownDrafts.all()
    const byCell = new Map(
      [...stored.filter(isDraft), ...known].map((draft) => [draftKey(draft.lesson, draft.cell), draft]),
    )
    return [...byCell].flatMap(([key, draft]) => (this.#removedDrafts.has(key) ? [] : [draft]))
  }

  async #putDraft(draft: Draft, before?: Before): Promise<void> {
    await this.#knownDrafts.put(draft)
    this.#removedDrafts.delete(draftKey(draft.lesson, draft.cell))
    await this.#write(draftKey(draft.lesson, draft.cell), (database) =>
      changeDraft(database, draft.lesson, draft.cell, before, draft),
    )
  }

  async #removeDraft(lesson: string, cell: string, before?: Before): Promise<void> {
    await this.#knownDrafts.remove(lesson, cell)
    this.#removedDrafts.add(draftKey(lesson, cell))
    await this.#write(draftKey(lesson, cell), (database) => changeDraft(database, lesson, cell, before))
  }

  async #read<Value>(from: (database: Database) => Promise<Value>): Promise<Value | undefined> {
    if (this.#trouble === 'closed') await this.#reopen()
    if (!this.#database) return undefined
    try {
      return await this.#withinPatience(from(this.#database))
    } catch (error) {
      this.#lose(
        error instanceof Silent ? 'silent' : named(error) === 'InvalidStateError' ? 'closed' : 'damaged',
      )
      return undefined
    }
  }

  /** A database that is newer, damaged or gone is never written; a full or closed one is asked again each time. */
  async #write(key: string, to: (database: Database) => Promise<unknown>): Promise<void> {
    const mayCome = this.#trouble === undefined || this.#trouble === 'full' || this.#trouble === 'closed'
    if (!this.#database || !mayCome) return
    this.#waiting.set(key, to)
    if (this.#trouble === 'closed') await this.#reopen()
    await this.#writeWaiting()
  }

  async #writeWaiting(): Promise<void> {
    if (!this.#database || (this.#trouble !== undefined && this.#trouble !== 'full')) return
    try {
      for (const [waitingKey, write] of [...this.#waiting]) {
        await this.#withinPatience(write(this.#database))
        if (this.#waiting.get(waitingKey) === write) this.#waiting.delete(waitingKey)
      }
      if (this.#trouble === 'full' && this.#waiting.size === 0) {
        this.#trouble = undefined
        this.#tell()
      }
    } catch (error) {
      if (error instanceof Silent) return this.#lose('silent')
      const name = named(error)
      this.#lose(name === 'QuotaExceededError' ? 'full' : name === 'InvalidStateError' ? 'closed' : 'damaged')
    }
  }

  /**
   * A browser closes a database when it clears the site's data, and when its own storage stumbles: it's opened again, and
   * what waited is written. One that has come back with less than there was, was cleared: it's left empty.
   */
  async #reopen(): Promise<void> {
    if (this.#isReopening || this.#isClosed || this.#reopenings >= mostReopenings) return
    this.#isReopening = true
    try {
      const database = await this.#open()
      // Before it's used: one that opens and can't be used isn't opened forever.
      this.#reopenings += 1
      const isCleared = (await database.count('events')) < this.#stored
      if (isCleared || this.#isClosed) database.close()
      else this.#database = database
      this.#trouble = isCleared ? 'deleted' : undefined
      if (!isCleared) await this.#writeWaiting()
      this.#tell()
    } catch {
      // Still away: what is done next asks again.
    } finally {
      this.#isReopening = false
    }
  }

  /** A transaction may never end: then the page goes on with what it knows, and says so. */
  #withinPatience<Value>(work: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const impatience = setTimeout(() => reject(new Silent()), this.#patienceMs)
      work.then(resolve, reject).finally(() => clearTimeout(impatience))
    })
  }

  #lose(trouble: Trouble): void {
    if (this.#trouble !== undefined) return
    this.#trouble = trouble
    this.#tell()
    if (trouble === 'closed') void this.#reopen()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The browser didn't answer in time. */
class Silent extends Error {}

const draftKey = (lesson: string, cell: string): string => `draft ${JSON.stringify([lesson, cell])}`

const named = (error: unknown): string =>
  error instanceof DOMException || error instanceof Error ? error.name : ''
