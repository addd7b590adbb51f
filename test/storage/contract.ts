import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import type { Store } from '#storage/open.ts'

const event = (id: string, section = 'roots'): StoredEvent =>
  ({ id, device: 'd', at: 1, type: 'read', lesson: 'merkle-trees', section }) as StoredEvent

/** What every store promises, in memory or in a browser. `fresh` gives an empty one at each call. */
export function runStoreContract(fresh: () => Promise<Store>): void {
  it('begins empty', async () => {
    const store = await fresh()
    expect(await store.events.all()).toEqual([])
    expect(await store.drafts.get('merkle-trees', 'hash-a-text')).toBeUndefined()
    store.close()
  })

  it('gives back every event that was added, whatever its order', async () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(ids, async (list) => {
        const store = await fresh()
        await Promise.all(list.map((id) => store.events.append(event(id))))
        expect((await store.events.all()).map(({ id }) => id)).toEqual([...list].sort())
        store.close()
      }),
      { seed: 4, numRuns: 20 },
    )
  })

  it('adds many at once, tells how far it has come, and passes over those that are there', async () => {
    const store = await fresh()
    await store.events.append(event('d-0000', 'leaves'))
    const many = Array.from({ length: 600 }, (_, index) => event(`d-${String(index).padStart(4, '0')}`))
    const told: number[] = []
    expect(await store.events.appendAll([...many, many[5]!], { told: (done) => told.push(done) })).toBe(601)
    expect(await store.events.all()).toEqual([event('d-0000', 'leaves'), ...many.slice(1)])
    expect(told.at(-1)).toBe(601)
    store.close()
  })

  it('keeps the first event of an id: adding it again changes nothing', async () => {
    const store = await fresh()
    await store.events.append(event('d-1', 'roots'))
    await store.events.append(event('d-1', 'leaves'))
    expect(await store.events.all()).toEqual([event('d-1', 'roots')])
    store.close()
  })

  it('keeps an event of a type that this version does not know', async () => {
    const store = await fresh()
    const later = { id: 'd-9', device: 'd', at: 5, type: 'scheduled', due: 7 } as StoredEvent
    await store.events.append(later)
    expect(await store.events.all()).toEqual([later])
    store.close()
  })

  it('keeps one draft a cell, replaces it, and forgets it when told', async () => {
    const store = await fresh()
    const draft = { lesson: 'merkle-trees', cell: 'hash-a-text', starterHash: 'aa', text: 'one' }
    await store.drafts.put(draft)
    await store.drafts.put({ ...draft, text: 'two' })
    await store.drafts.put({ ...draft, cell: 'other', text: 'three' })
    expect(await store.drafts.get('merkle-trees', 'hash-a-text')).toEqual({ ...draft, text: 'two' })
    await store.drafts.remove('merkle-trees', 'hash-a-text')
    expect(await store.drafts.get('merkle-trees', 'hash-a-text')).toBeUndefined()
    expect((await store.drafts.get('merkle-trees', 'other'))?.text).toBe('three')
    expect((await store.drafts.all()).map(({ cell }) => cell)).toEqual(['other'])
    store.close()
  })
}
