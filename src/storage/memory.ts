import { isStoredEvent } from '#learning/event-shapes.ts'
import type { StoredEvent } from '#learning/event.ts'
import { otherCell, reasons } from './store.ts'
import type { AppendHow, Draft, Drafts, Events, Store, Trouble } from './store.ts'

const byId = (left: StoredEvent, right: StoredEvent): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0

/** Events in memory: what a page falls back to, and what it adds to a store that it may only read. */
export class MemoryEvents implements Events {
  readonly #events = new Map<string, StoredEvent>()

  append(event: StoredEvent): Promise<void> {
    if (isStoredEvent(event) && !this.#events.has(event.id)) this.#events.set(event.id, event)
    return Promise.resolve()
  }

  async appendAll(events: readonly StoredEvent[], { told }: AppendHow = {}): Promise<number> {
    for (const event of events) await this.append(event)
    told?.(events.length)
    return events.length
  }

  all(): Promise<readonly StoredEvent[]> {
    return Promise.resolve([...this.#events.values()].sort(byId))
  }

  /** What's in memory is read at once: it needs no shortcut. */
  since(): Promise<undefined> {
    return Promise.resolve(undefined)
  }

  checkpoint(): Promise<void> {
    return Promise.resolve()
  }
}

/** Drafts in memory: one page's, so that there is no other tab. */
export class MemoryDrafts implements Drafts {
  readonly #drafts = new Map<string, Draft>()

  get(lesson: string, cell: string): Promise<Draft | undefined> {
    return Promise.resolve(this.#drafts.get(JSON.stringify([lesson, cell])))
  }

  other(lesson: string, cell: string): Promise<Draft | undefined> {
    return this.get(lesson, otherCell(cell))
  }

  put(draft: Draft): Promise<void> {
    this.#drafts.set(JSON.stringify([draft.lesson, draft.cell]), draft)
    return Promise.resolve()
  }

  remove(lesson: string, cell: string): Promise<void> {
    this.#drafts.delete(JSON.stringify([lesson, cell]))
    return Promise.resolve()
  }

  all(): Promise<readonly Draft[]> {
    return Promise.resolve([...this.#drafts.values()])
  }

  removeOther(lesson: string, cell: string): Promise<void> {
    return this.remove(lesson, otherCell(cell))
  }
}

/** A store that lasts as long as the page, and says why. */
export function memoryStore(trouble: Trouble): Store {
  return {
    kept: 'memory',
    trouble,
    reason: reasons[trouble],
    events: new MemoryEvents(),
    drafts: new MemoryDrafts(),
    watch: () => () => {},
    close: () => {},
  }
}
