import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { vi } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import type { Store } from '#storage/open.ts'
import { tableOf } from './harness.ts'

type Told = typeof import('#storage/open.ts')

const event = (id: string): StoredEvent =>
  ({ id, device: 'd', at: 1, type: 'ran', lesson: 'l', cell: 'c' }) as StoredEvent
const draft = (text: string) => ({ lesson: 'l', cell: 'c', starterHash: 'aa', text })

/** What a page finds that comes after one that did this. */
async function leftBy({ openAnew }: Told, act: (store: Store) => Promise<void>) {
  vi.stubGlobal('indexedDB', new IDBFactory())
  try {
    const store = await openAnew()
    await act(store)
    store.close()
    const after = await openAnew()
    const [events, text, other] = await Promise.all([
      after.events.all(),
      after.drafts.get('l', 'c'),
      after.drafts.other('l', 'c'),
    ])
    after.close()
    return { events: events.map(({ id }) => id), text: text?.text, other: other?.text }
  } finally {
    vi.unstubAllGlobals()
  }
}

/** The disk takes so many more drafts, and then none until it's told to. */
function fillAfter(drafts: number): () => void {
  const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!
  let left = drafts
  const put = function (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) {
    if (left-- <= 0) throw new DOMException('no room', 'QuotaExceededError')
    return (real.value as IDBObjectStore['put']).apply(this, given)
  }
  Object.defineProperty(IDBObjectStore.prototype, 'put', { ...real, value: put })
  return () => Object.defineProperty(IDBObjectStore.prototype, 'put', real)
}

export const storage = tableOf<Told>({
  entry: `export { openAnew } from '#storage/open.ts'`,
  broken: [
    {
      what: 'an older write that got through forgets the newer one, which the full disk refused',
      file: 'storage/browser.ts',
      find: 'if (this.#waiting.get(waitingKey) === write) this.#waiting',
      replace: 'this.#waiting',
      says: (told) =>
        leftBy(told, async (store) => {
          const makeRoom = fillAfter(1)
          try {
            await Promise.all([store.drafts.put(draft('one')), store.drafts.put(draft('two'))])
          } finally {
            makeRoom()
          }
          await store.events.append(event('d-1'))
        }),
      sound: { events: ['d-1'], text: 'two', other: undefined },
    },
    {
      what: 'what a full disk refused is not tried again',
      file: 'storage/browser.ts',
      find: 'for (const [waitingKey, write] of [...this.#waiting])',
      replace: 'for (const [waitingKey, write] of [...this.#waiting].slice(-1))',
      says: (told) =>
        leftBy(told, async (store) => {
          const makeRoom = fillAfter(0)
          try {
            await store.drafts.put(draft('one'))
          } finally {
            makeRoom()
          }
          await store.events.append(event('d-1'))
        }),
      sound: { events: ['d-1'], text: 'one', other: undefined },
    },
    {
      what: 'another tab’s text is written over',
      file: 'storage/writes.ts',
      find: 'await transaction.store.put({ ...stored, cell: otherCell(cell) })',
      replace: 'void otherCell',
      says: (told) =>
        leftBy(told, async (store) => {
          await store.drafts.put(draft('theirs'), { text: undefined })
          await store.drafts.put(draft('mine'), { text: undefined })
        }),
      sound: { events: [], text: 'mine', other: 'theirs' },
    },
    {
      what: 'an id that is there already is written again',
      file: 'storage/writes.ts',
      find: 'if (already[index] === undefined && !fresh.has(event.id)) fresh.set(event.id, event)',
      replace: 'fresh.set(event.id, { ...event, id: already[index] === undefined ? event.id : "twice" })',
      says: (told) =>
        leftBy(told, async (store) => {
          await store.events.append(event('d-1'))
          await store.events.append(event('d-1'))
        }),
      sound: { events: ['d-1'], text: undefined, other: undefined },
    },
  ],
})
