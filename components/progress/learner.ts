import type { Happening } from '#learning/event.ts'
import { stamper } from '#learning/event.ts'
import type { Progress } from '#learning/progress.ts'
import { progressOf } from '#learning/progress.ts'
import { openStore } from '#storage/open.ts'
import type { Store } from '#storage/open.ts'

/** The learner in front of this page: what they have done, and the one way to add to it. */
export interface Learner {
  readonly store: Store
  progress(): Promise<Progress>
  /** Adds to the learner's events and tells everybody who watches. Never rejects. */
  record(happening: Happening): Promise<void>
  /** Calls after every change, here or in another tab; gives back the way to stop. */
  watch(listener: () => void): () => void
}

let known: Promise<Learner> | undefined

/** The page's one learner. Every island and script of the page gets the same. */
export function learner(): Promise<Learner> {
  known ??= openStore().then(learnerOf)
  return known
}

function learnerOf(store: Store): Learner {
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  // A page opened once is a replica of its own: its events never share an id with another's.
  const stamp = stamper(newName(), () => Date.now())
  store.watch(tell)
  return {
    store,
    progress: async () => progressOf(await store.events.all()),
    record: async (happening) => {
      await store.events.append(stamp(happening))
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
