import { isLearningEvent, stamper } from '#learning/event.ts'
import type { Happening, StoredEvent } from '#learning/event.ts'
import { noProgress, progressOf, reduce } from '#learning/progress.ts'
import type { Progress } from '#learning/progress.ts'
import { openStore } from '#storage/open.ts'
import type { Store } from '#storage/open.ts'

/** The learner in front of this page: what they have done, and the one way to add to it. */
export interface Learner {
  readonly store: Store
  /** All that was done up to now, here and in other tabs: one state, reduced event by event. */
  progress(): Progress
  /** The events themselves, for what is counted from them otherwise (the schedule of cards). */
  events(): readonly StoredEvent[]
  /** Adds to the learner's events and tells everybody who watches; gives the event's id. Never rejects. */
  record(happening: Happening): Promise<string>
  /** Adds events of another device, from a file or a sync; those that are here already change nothing. */
  add(events: readonly StoredEvent[]): Promise<void>
  /** Calls after every change, here or in another tab; gives back the way to stop. */
  watch(listener: () => void): () => void
}

let opened: Promise<Learner> | undefined

/** The page's one learner. Every island and script of the page gets the same. */
export function learner(): Promise<Learner> {
  opened ??= openStore().then((store) => openLearner(store))
  return opened
}

/** The learner whose events a store has. The log is read once, and again only when another tab has added to it. */
export async function openLearner(store: Store): Promise<Learner> {
  const listeners = new Set<() => void>()
  const known = new Map<string, StoredEvent>()
  /** Something was taken back: what counts is then asked of all events, for an older one may come late. */
  let isTakenBack = false
  /** The ids that undos name: another device's undo may come before what it names. */
  const undone = new Set<string>()
  let state = noProgress
  let latest = -Infinity
  // A page opened once is a replica of its own: its events never share an id with another's.
  const stamp = stamper(
    newName(),
    () => Date.now(),
    () => latest,
  )

  function take(events: readonly StoredEvent[]): void {
    const fresh = events.filter(({ id }) => !known.has(id))
    const before = latest
    for (const event of fresh) {
      known.set(event.id, event)
      latest = Math.max(latest, event.at)
      if (isLearningEvent(event) && event.type === 'undone') undone.add(event.event)
    }
    const isNow = fresh.some(({ type }) => type === 'undone' || type === 'reset')
    isTakenBack ||= isNow
    // What is later than all that's known was taken back by nobody, and no reset reaches it.
    const isLast = fresh.length === 1 && fresh[0]!.at > before && !undone.has(fresh[0]!.id)
    if (isNow || fresh.length > 1 || (isTakenBack && !isLast)) state = progressOf([...known.values()])
    else for (const event of fresh) if (isLearningEvent(event)) state = reduce(state, event)
  }
  const tell = () => listeners.forEach((listener) => listener())
  // Called as well when the storage fails: who shows that watches too.
  store.watch(() => {
    void store.events.all().then((events) => {
      take(events)
      tell()
    })
  })
  take(await store.events.all())

  return {
    store,
    progress: () => state,
    events: () => [...known.values()],
    record: async (happening) => {
      const event = stamp(happening)
      await store.events.append(event)
      take([event])
      tell()
      return event.id
    },
    add: async (events) => {
      for (const event of events) await store.events.append(event)
      take(events)
      tell()
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Sixteen random hexadecimal digits. randomUUID is missing where a page is served without encryption. */
function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
