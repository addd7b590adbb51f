import 'fake-indexeddb/auto'
import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeCheckpoint } from '#learner/checkpoint.ts'
import { openLearner } from '#learner/learner.ts'
import { examsPart } from '#learning/exam/state.ts'
import type { Happening, StoredEvent } from '#learning/event.ts'
import { progressOf } from '#learning/progress.ts'
import { reviewsOf } from '#learning/reviews.ts'
import { openAnew } from '#storage/open.ts'
import type { Store } from '#storage/open.ts'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const happenings: readonly Happening[] = [
  { type: 'read', lesson: 'replicas', section: 'one' },
  { type: 'answered', question: 'replicas.q', version: 1, choice: 'a', right: false },
  { type: 'graded', card: 'replicas.c', version: 1, grade: 'good' },
  { type: 'graded', card: 'replicas.d', version: 1, grade: 'again' },
  { type: 'noted', card: 'replicas.c', text: 'mine' },
  { type: 'exam-begun', exam: 'x', seed: 1, lessons: ['replicas'], items: [], isTimed: false },
]

/** A store in which a reader has done all this, with a checkpoint of it. */
async function keptStore(): Promise<Store> {
  const store = await openAnew()
  const { record } = await openLearner(store)
  for (const happening of happenings) await record(happening)
  await makeCheckpoint(store)
  return store
}

/** Opens a learner again; `reads` counts how often the whole log was read. */
async function reopened() {
  const store = await openAnew()
  const all = vi.spyOn(store.events, 'all')
  const learner = await openLearner(store)
  const told = async () => [learner.progress(), await learner.reviews(), await learner.exams()]
  const whole = async () => {
    const events = await store.events.all()
    return [progressOf(events), reviewsOf(events), examsPart.of(events)]
  }
  return { store, learner, told, whole, reads: () => all.mock.calls.length }
}

it('a page opens from the checkpoint and what came since, without reading the log', async () => {
  const before = await keptStore()
  const later = await openLearner(before)
  await later.record({ type: 'read', lesson: 'replicas', section: 'two' })
  const { told, whole, reads, learner } = await reopened()
  const first = await told()
  await learner.record({ type: 'graded', card: 'replicas.c', version: 1, grade: 'easy' })
  const second = await told()
  expect(reads()).toBe(0)
  expect(first[0]).toMatchObject({ read: new Map([['replicas', new Set(['one', 'two'])]]) })
  expect(second).toEqual(await whole())
  expect(second).not.toEqual(first)
})

it('an undo of what came since and a reset are carried on; an older undo or event has the whole log counted again', async () => {
  await keptStore()
  const everything = { reach: 'everything', lesson: '', section: '', questions: [] } as const
  const { learner, told, whole, reads } = await reopened()
  const turned = await learner.record({ type: 'turned', card: 'replicas.c', version: 1 })
  await told()
  await learner.record({ type: 'undone', event: turned })
  const [afterUndo, sound] = [await told(), reads()]
  const reset = await learner.record({ type: 'reset', ...everything })
  const afterReset = await told()
  await learner.record({ type: 'undone', event: reset })
  expect([sound, reads()]).toEqual([0, 0])
  expect(afterReset[0]).toMatchObject({ read: new Map(), answered: new Map() })
  expect(await told()).toEqual(await whole())
  expect(afterUndo).toEqual(await told())

  const again = await reopened()
  await again.told()
  const graded = (await again.store.events.all()).find(({ type }) => type === 'graded')!
  const before = again.reads()
  await again.learner.record({ type: 'undone', event: graded.id })
  expect(again.reads() - before).toBe(1)
  expect(await again.told()).toEqual(await again.whole())
  await again.learner.add([{ id: 'old-1', device: 'old', at: 1, type: 'turned', card: 'c', version: 1 }])
  expect(await again.told()).toEqual(await again.whole())
})

it('an undo and a reset show once the browser has closed the storage for good', async () => {
  await keptStore()
  const { store, learner, told } = await reopened()
  await told()
  await learner.record({ type: 'graded', card: 'replicas.e', version: 1, grade: 'good' })
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('gone', 'SecurityError')
  })
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('closing', 'InvalidStateError')
  })
  const before = (await learner.reviews()).standings
  const event = await learner.record({ type: 'graded', card: 'replicas.f', version: 1, grade: 'good' })
  expect(store.trouble).toBe('closed')
  expect((await learner.reviews()).standings.size).toBe(before.size + 1)
  await learner.record({ type: 'undone', event })
  expect((await learner.reviews()).standings).toEqual(before)
  await learner.record({ type: 'reset', reach: 'lesson', lesson: 'replicas', section: '', questions: [] })
  expect([learner.progress().answered.size, (await learner.reviews()).standings.size]).toEqual([0, 0])
  expect((await learner.reviews()).notes.get('replicas.c')).toBe('mine')
})

it('a tab follows another one over a checkpoint that the other has made', async () => {
  await keptStore()
  const [here, there] = [await reopened(), await reopened()]
  const heard = new Promise<void>((resolve) => here.learner.watch(resolve))
  await there.learner.record({ type: 'turned', card: 'replicas.c', version: 1 })
  await makeCheckpoint(there.store)
  await heard
  await here.learner.record({ type: 'turned', card: 'replicas.c', version: 1 })
  await vi.waitFor(async () => expect(await here.told()).toEqual(await here.whole()), { timeout: 30_000 })
  expect(here.learner.progress().turned.get('replicas.c@1')).toBe(2)
})

it('two tabs make a checkpoint at once: one stands, and no event is lost or counted twice', async () => {
  const store = await keptStore()
  const other = await openAnew()
  const from = Date.now() + 1000
  const write = (id: string, at: number) =>
    store.events.append({ id, device: 'd', at, type: 'turned', card: id, version: 1 })
  await write('d-1', from)
  // Of two events of one millisecond neither follows the other, and the log is counted again.
  await Promise.all([makeCheckpoint(store), makeCheckpoint(other), write('d-2', from + 1)])
  const { told, whole, reads } = await reopened()
  const now = await told()
  expect(reads()).toBe(0)
  expect(now).toEqual(await whole())
})

it('a checkpoint that doesn’t count in all that is stored, or is of another format, is passed over', async () => {
  ;(await keptStore()).close()
  const raw = await openDB('anti-entropy')
  await raw.put('events', { id: 'raw', device: 'raw', at: 5, type: 'turned', card: 'c', version: 1 })
  const missing = await reopened()
  expect(missing.reads()).toBe(1)
  expect(missing.learner.progress().turned.get('c@1')).toBe(1)
  await makeCheckpoint(missing.store)
  await raw.put('checkpoint', { name: 'mark', value: { format: 0, latest: 0, undone: new Set() } })
  expect((await reopened()).reads()).toBe(1)
  raw.close()
})

it('a browser that refuses a checkpoint has lost nothing, and says nothing', async () => {
  const store = await openAnew()
  const { record } = await openLearner(store)
  await record(happenings[0]!)
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await makeCheckpoint(store)
  put.mockRestore()
  expect([store.kept, store.trouble]).toEqual(['kept', undefined])
  const { told, whole } = await reopened()
  expect(await told()).toEqual(await whole())
})

it('a long log makes its checkpoint by itself, and its tail the next one', async () => {
  const store = await openAnew()
  const events = Array.from({ length: 450 }, (_, index): StoredEvent => {
    return { id: `d-${index}`, device: 'd', at: index, type: 'turned', card: `c${index % 9}`, version: 1 }
  })
  const raw = await openDB('anti-entropy')
  const put = async (some: readonly StoredEvent[], names: readonly string[]) => {
    const writing = raw.transaction(names, 'readwrite')
    for (const event of some) for (const name of names) void writing.objectStore(name).put(event)
    await writing.done
  }
  await put(events.slice(0, 220), ['events', 'recent'])
  await openLearner(store)
  const turn = async () => (await store.events.since([]))?.turn
  await vi.waitFor(async () => expect(await turn()).toBe(1), { timeout: 30_000 })
  await put(events.slice(220), ['events', 'recent'])
  raw.close()
  expect((await store.events.since([]))?.after).toHaveLength(230)
  const { reads, learner } = await reopened()
  expect(reads()).toBe(0)
  await vi.waitFor(async () => expect(await turn()).toBe(2), { timeout: 30_000 })
  expect([...learner.progress().turned.values()].reduce((sum, count) => sum + count)).toBe(450)
})

it('what was read stays known when another tab deletes the storage', async () => {
  await keptStore()
  const { store, learner, told } = await reopened()
  const before = await told()
  await new Promise<void>((resolve) => {
    store.watch(resolve)
    indexedDB.deleteDatabase('anti-entropy')
  })
  expect(store.trouble).toBe('deleted')
  await learner.record({ type: 'turned', card: 'c', version: 1 })
  expect(learner.progress().read).toEqual((before[0] as ReturnType<typeof progressOf>).read)
  expect((await store.events.all()).length).toBe(happenings.length + 1)
})
