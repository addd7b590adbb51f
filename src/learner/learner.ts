import type { Chosen } from '#learning/chosen.ts'
import { oddMs, stamper } from '#learning/stamp.ts'
import type { Happening, LearningEvent, StoredEvent } from '#learning/event.ts'
import type { Part } from '#learning/part.ts'
import { progressPart } from '#learning/progress.ts'
import type { Progress } from '#learning/progress.ts'
import type { Reviews } from '#learning/reviews.ts'
import { openStore } from '#storage/open.ts'
import type { Store } from '#storage/open.ts'
import type { AppendHow } from '#storage/store.ts'
import { Reduction } from './reduction.ts'

/** The learner in front of this page: what they have done, and the one way to add to it. */
export interface Learner {
  readonly store: Store
  /** All that was done up to now, here and in other tabs: one state, reduced event by event. */
  progress(): Progress
  /** What it amounts to for cards. */
  reviews(): Promise<Reviews>
  /** The events that are about exams, and count. */
  exams(): Promise<readonly LearningEvent[]>
  /** What they have set each setting to. */
  chosen(): Promise<Chosen>
  /** Adds to the learner's events and tells everybody who watches; gives the event's id. Never rejects. */
  record(happening: Happening): Promise<string>
  /** Adds many of the learner's events at once. */
  recordAll(happenings: readonly Happening[], how?: AppendHow): Promise<void>
  /**
   * Adds events of another device, from a file or a sync; those that are here already change nothing. Gives how many it
   * came to: all, unless it was stopped.
   */
  add(events: readonly StoredEvent[], how?: AppendHow): Promise<number>
  /** Calls after every change, here or in another tab; gives back the way to stop. */
  watch(listener: () => void): () => void
}

let opened: Promise<Learner> | undefined

/** The page's one learner. Every island and script of the page gets the same. */
export function learner(): Promise<Learner> {
  opened ??= openStore().then((store) => openLearner(store))
  return opened
}

/** What only some pages ask for, and fetch then. */
const later = {
  reviews: async () => (await import('#learning/review/follow.ts')).reviewsPart,
  chosen: async () => (await import('#learning/chosen.ts')).chosenPart,
  exams: async () => (await import('#learning/exam/state.ts')).examsPart,
}

/** The learner whose events a store has. */
export async function openLearner(store: Store): Promise<Learner> {
  const listeners = new Set<() => void>()
  const log = new Reduction(store)
  // A page opened once is a replica of its own: its events never share an id with another's.
  const stamp = stamper(
    newName(),
    () => Date.now(),
    () => log.latest,
  )
  /** One thing at a time: what's counted here and what's read of other tabs don't overtake each other. */
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const done = before.then(act)
    before = done.catch(() => {})
    return done
  }
  const tell = () => listeners.forEach((listener) => listener())
  async function part(name: keyof typeof later): Promise<unknown> {
    if (log.state(name) === undefined) {
      const asked = (await later[name]()) as Part<unknown>
      await inTurn(() => log.add(name, asked))
    }
    return log.state(name)
  }
  async function add(events: readonly StoredEvent[], how: AppendHow = {}): Promise<number> {
    const done = await store.events.appendAll(events, how)
    await inTurn(() => log.take(events.slice(0, done)))
    tell()
    return done
  }
  /** Once, where the log's latest time can't be right by this clock: what a clock that ran ahead has reset would go on being reset. */
  let isClockSet = false
  async function setClockRight(): Promise<void> {
    if (isClockSet || log.latest <= Date.now() + oddMs) return
    isClockSet = true
    const { redated } = await import('#learning/odd-clock.ts')
    const missing = redated(await store.events.all(), Date.now())
    if (missing.length > 0) await add(missing.map(stamp))
  }
  /** Another tab tells of each event that it adds, and it may add a whole file: what waits to be read is read once. */
  let isReadDue = false
  const look = () => {
    if (isReadDue) return
    isReadDue = true
    void inTurn(() => {
      isReadDue = false
      return log.read()
    }).then(tell)
  }
  // Called as well when the storage fails: who shows that watches too.
  store.watch(look)
  await log.add('progress', progressPart as Part<unknown>)

  return {
    store,
    progress: () => log.state('progress') as Progress,
    reviews: () => part('reviews') as Promise<Reviews>,
    exams: () => part('exams') as Promise<readonly LearningEvent[]>,
    chosen: () => part('chosen') as Promise<Chosen>,
    record: async (happening) => {
      await setClockRight()
      const event = stamp(happening)
      // Written at once: the page may be about to go.
      await store.events.append(event)
      await inTurn(() => log.take([event]))
      tell()
      return event.id
    },
    recordAll: async (happenings, how) => {
      await setClockRight()
      await add(happenings.map(stamp), how)
    },
    add,
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
