import 'fake-indexeddb/auto'
import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import { databaseVersion } from '#storage/database.ts'
import { memoryStore } from '#storage/memory.ts'
import { openAnew, openStore } from '#storage/open.ts'
import { reasons } from '#storage/store.ts'
import { runStoreContract } from './contract.ts'

const event = (id: string): StoredEvent =>
  ({ id, device: 'd', at: 1, type: 'ran', lesson: 'merkle-trees', cell: 'c' }) as StoredEvent
const draft = { lesson: 'merkle-trees', cell: 'c', starterHash: 'aa', text: 'edited' }

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a store in memory', () => runStoreContract(() => Promise.resolve(memoryStore('refused'))))
describe('a store in the browser', () =>
  runStoreContract(() => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    return openAnew()
  }))
describe('a store whose disk is full', () =>
  runStoreContract(() => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    refuseWrites('QuotaExceededError')
    return openAnew()
  }))

function refuseWrites(name: string) {
  const refuse = () => {
    throw new DOMException('no', name)
  }
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse)
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse)
  return () => {
    add.mockRestore()
    put.mockRestore()
  }
}

/** Closes every connection, as a browser does that clears a site's data, until they may be opened again. */
function closeAll() {
  const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('away', 'UnknownError')
  })
  const using = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('closing', 'InvalidStateError')
  })
  return {
    open: () => {
      opening.mockRestore()
      using.mockRestore()
    },
  }
}

describe('openStore()', () => {
  it('keeps events and drafts over a reload', async () => {
    const before = await openAnew()
    expect(before.kept).toBe('kept')
    expect(before.reason).toBeUndefined()
    await before.events.append(event('d-1'))
    await before.drafts.put(draft)
    before.close()
    const after = await openAnew()
    expect(await after.events.all()).toEqual([event('d-1')])
    expect(await after.drafts.get('merkle-trees', 'c')).toEqual(draft)
    after.close()
  })

  it('is one store a page', () => expect(openStore()).toBe(openStore()))

  it('shows an event that another tab has added, and tells of it', async () => {
    const [here, there] = [await openAnew(), await openAnew()]
    const told = new Promise<void>((resolve) => here.watch(resolve))
    await there.events.append(event('there-1'))
    await told
    expect(await here.events.all()).toEqual([event('there-1')])
    here.close()
    there.close()
  })
})

describe('a browser that does not keep things', () => {
  it('has no IndexedDB: memory, and says so', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const store = await openAnew()
    expect([store.kept, store.trouble, store.reason]).toEqual(['memory', 'refused', reasons.refused])
  })

  it('throws when asked: memory, and says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const store = await openAnew()
    expect([store.kept, store.trouble]).toEqual(['memory', 'refused'])
    await store.events.append(event('d-1'))
    expect(await store.events.all()).toEqual([event('d-1')])
  })

  it('never answers: memory after the patience, and says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest())
    const store = await openAnew(5)
    expect([store.kept, store.trouble]).toEqual(['memory', 'silent'])
  })

  it('is held by an older page in another tab: memory, and says so', async () => {
    const older = await openDB('anti-entropy', 1)
    const store = await openAnew(30)
    expect([store.kept, store.trouble]).toEqual(['memory', 'blocked'])
    older.close()
  })
})

describe('a database that is not as it should be', () => {
  it('is of a newer version: read as far as it can be, never written', async () => {
    const newer = await openDB('anti-entropy', 7, {
      upgrade(database) {
        database.createObjectStore('events', { keyPath: 'id' })
        database.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] })
      },
    })
    await newer.put('events', event('old-1'))
    newer.close()
    const store = await openAnew()
    expect([store.kept, store.trouble]).toEqual(['memory', 'newer'])
    await store.events.append(event('new-1'))
    await store.drafts.put(draft)
    expect((await store.events.all()).map(({ id }) => id)).toEqual(['new-1', 'old-1'])
    expect(await store.drafts.get('merkle-trees', 'c')).toEqual(draft)
    store.close()
    const again = await openDB('anti-entropy')
    expect(await again.getAllKeys('events')).toEqual(['old-1'])
    expect(await again.getAllKeys('drafts')).toEqual([])
    again.close()
  })

  it('has not the stores: memory, and the database is left as it is', async () => {
    const other = await openDB('anti-entropy', 1, {
      upgrade: (database) => void database.createObjectStore('x'),
    })
    other.close()
    const store = await openAnew()
    expect([store.kept, store.trouble]).toEqual(['memory', 'damaged'])
    store.close()
    const again = await openDB('anti-entropy')
    expect([...again.objectStoreNames]).toEqual(['x'])
    again.close()
  })

  it('opens and cannot be read: memory, and says so', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError')
    })
    const store = await openAnew()
    expect([store.kept, store.trouble]).toEqual(['memory', 'damaged'])
    await store.events.append(event('d-1'))
    expect(await store.events.all()).toEqual([event('d-1')])
    store.close()
  })

  it('holds a record that is no event: passed over, left in place', async () => {
    const first = await openAnew()
    await first.events.append(event('d-1'))
    first.close()
    const raw = await openDB('anti-entropy')
    await raw.put('events', { id: 'rot', at: 'yesterday' })
    raw.close()
    const store = await openAnew()
    expect(store.kept).toBe('kept')
    expect(await store.events.all()).toEqual([event('d-1')])
    store.close()
    const again = await openDB('anti-entropy')
    expect(await again.getAllKeys('events')).toEqual(['d-1', 'rot'])
    again.close()
  })
})

describe('a store that goes bad while the page is open', () => {
  it('is full: what was kept is still given, and kept again what waited once there is room', async () => {
    const store = await openAnew()
    await store.events.append(event('d-1'))
    const told = vi.fn()
    store.watch(told)
    const makeRoom = refuseWrites('QuotaExceededError')
    await store.events.append(event('d-2'))
    await store.drafts.put(draft)
    expect([store.kept, store.reason]).toEqual(['memory', reasons.full])
    expect(told).toHaveBeenCalledTimes(1)
    expect((await store.events.all()).map(({ id }) => id)).toEqual(['d-1', 'd-2'])
    makeRoom()
    await store.events.append(event('d-3'))
    expect([store.kept, store.reason]).toEqual(['kept', undefined])
    store.close()
    const after = await openAnew()
    expect((await after.events.all()).map(({ id }) => id)).toEqual(['d-1', 'd-2', 'd-3'])
    expect(await after.drafts.get('merkle-trees', 'c')).toEqual(draft)
    after.close()
  })

  it('is closed by the browser: opened again, and what was done in the meantime is written', async () => {
    const store = await openAnew()
    await store.events.append(event('d-1'))
    const shut = closeAll()
    await store.events.append(event('d-2'))
    expect([store.kept, store.trouble]).toEqual(['memory', 'closed'])
    shut.open()
    await store.events.append(event('d-3'))
    expect([store.kept, store.reason]).toEqual(['kept', undefined])
    store.close()
    const after = await openAnew()
    expect((await after.events.all()).map(({ id }) => id)).toEqual(['d-1', 'd-2', 'd-3'])
    after.close()
  })

  it('comes back empty: it was cleared, which is said, and it’s left as it is', async () => {
    const store = await openAnew()
    await store.events.append(event('d-1'))
    const shut = closeAll()
    await store.events.append(event('d-2'))
    vi.stubGlobal('indexedDB', new IDBFactory())
    shut.open()
    await store.events.append(event('d-3'))
    expect([store.kept, store.trouble]).toEqual(['memory', 'deleted'])
    expect((await store.events.all()).map(({ id }) => id)).toEqual(['d-1', 'd-2', 'd-3'])
    store.close()
    expect(await (await openAnew()).events.all()).toEqual([])
  })

  it('stops adding many between two lots when it’s told to, and what’s in stays', async () => {
    const store = await openAnew()
    const stop = new AbortController()
    const many = Array.from({ length: 1000 }, (_, index) => event(`d-${index}`))
    const told = (done: number) => done >= 500 && stop.abort()
    expect(await store.events.appendAll(many, { told, signal: stop.signal })).toBe(500)
    store.close()
    const after = await openAnew()
    expect(await after.events.all()).toHaveLength(500)
    expect(await after.events.appendAll(many)).toBe(1000)
    expect(await after.events.all()).toHaveLength(1000)
    after.close()
  })

  it('makes way for a newer page, and keeps in memory what it knew', async () => {
    const store = await openAnew()
    await store.events.append(event('d-1'))
    const newer = await openDB('anti-entropy', databaseVersion + 1)
    expect([store.kept, store.trouble]).toEqual(['memory', 'newer'])
    await store.events.append(event('d-2'))
    expect((await store.events.all()).map(({ id }) => id)).toEqual(['d-1', 'd-2'])
    newer.close()
    store.close()
    await deleteDB('anti-entropy')
  })
})
