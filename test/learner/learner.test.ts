import { expect, test, vi } from 'vitest'
import { learner, openLearner } from '#learner/learner.ts'
import { progressOf } from '#learning/progress.ts'
import { memoryStore } from '#storage/memory.ts'

const read = { type: 'read', lesson: 'replicas', section: 'one' } as const

test('the page has one learner', async () => {
  expect(await learner()).toBe(await learner())
})

test('what is recorded is in the state at once, and the log is not read again for it', async () => {
  const store = memoryStore('refused')
  const all = vi.spyOn(store.events, 'all')
  const { progress, record, watch } = await openLearner(store)
  const heard: number[] = []
  const stop = watch(() => heard.push(progress().read.get('replicas')?.size ?? 0))
  await record(read)
  await record({ ...read, section: 'two' })
  stop()
  await record({ ...read, section: 'three' })
  expect(heard).toEqual([1, 2])
  expect(progress().read.get('replicas')).toEqual(new Set(['one', 'two', 'three']))
  expect(all).toHaveBeenCalledTimes(1)
  all.mockRestore()
  expect(progress()).toEqual(progressOf(await store.events.all()))
})

test('what was there before the page opened counts, and nothing counts twice', async () => {
  const store = memoryStore('refused')
  const before = await openLearner(store)
  await before.record({ type: 'turned', card: 'c', version: 1 })
  const { progress, record } = await openLearner(store)
  await record({ type: 'turned', card: 'c', version: 1 })
  expect(progress().turned.get('c@1')).toBe(2)
  expect(progress()).toEqual(progressOf(await store.events.all()))
})

test('what is taken back counts no more, and neither does an older event that comes late', async () => {
  const store = memoryStore('refused')
  const { progress, record } = await openLearner(store)
  await record({ type: 'undone', event: await record(read) })
  expect(progress().read.size).toBe(0)
  await record({ ...read, section: 'two' })
  expect(progress().read.get('replicas')).toEqual(new Set(['two']))
  expect(progress()).toEqual(progressOf(await store.events.all()))
})

test('after an undo an answer is taken in by itself, and gives what the whole log gives', async () => {
  const store = memoryStore('refused')
  const { progress, record, add } = await openLearner(store)
  await record({ type: 'undone', event: await record(read) })
  const before = progress()
  await record({ ...read, section: 'two' })
  // One event more: what was there is shared, and not made again.
  expect(progress().answered).toEqual(before.answered)
  expect(progress()).toEqual(progressOf(await store.events.all()))
  // An older one from elsewhere, which a later undo of a device names, is weighed against the whole log.
  await add([{ id: 'other-1', device: 'other', at: 1, ...read, section: 'old' }])
  expect(progress()).toEqual(progressOf(await store.events.all()))
})

test('what another tab adds is taken in when the store tells of it', async () => {
  const store = memoryStore('refused')
  const listeners: (() => void)[] = []
  const watched = { ...store, watch: (listener: () => void) => (listeners.push(listener), () => {}) }
  const { progress, watch } = await openLearner(watched)
  const told = new Promise<void>((resolve) => watch(resolve))
  await store.events.append({ id: 'other-1', device: 'other', at: 1, ...read })
  expect(progress().read.size).toBe(0)
  for (const listener of listeners) listener()
  await told
  expect(progress().read.get('replicas')).toEqual(new Set(['one']))
})

const many = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    ...{ id: `file-${String(number).padStart(5, '0')}`, device: 'file', at: 10 + number },
    ...{ type: 'turned', card: `c${number}`, version: 1 },
  }))

test('what another tab tells of many times before a page has read it is read once', async () => {
  const store = memoryStore('refused')
  const listeners: (() => void)[] = []
  const watched = { ...store, watch: (listener: () => void) => (listeners.push(listener), () => {}) }
  const { progress, watch } = await openLearner(watched)
  const told = new Promise<void>((resolve) => watch(resolve))
  for (const event of many(300)) await store.events.append(event)
  const all = vi.spyOn(store.events, 'all')
  for (let time = 0; time < 300; time++) for (const listener of listeners) listener()
  await told
  expect(progress().turned.size).toBe(300)
  expect(all).toHaveBeenCalledTimes(1)
})
