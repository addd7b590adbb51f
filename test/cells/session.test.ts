import { expect, test, vi } from 'vitest'
import { openSession } from '#cells/session.ts'
import type { Isolation } from '#sandbox/isolation.ts'

/** A session whose worker is played by the test: each run's messages are said by hand. */
function played() {
  const says: ((message: unknown) => void)[] = []
  const ended = vi.fn()
  const isolation: Isolation = {
    kind: 'frame',
    begin(_script, listen) {
      says.push(listen)
      return ended
    },
  }
  const order: string[] = []
  const done = vi.fn()
  const session = openSession({
    addresses: { lesson: 'l', cells: '/cells.json', runtime: [] },
    cell: 'c',
    flush: async () => void order.push('kept'),
    ready: async () => void order.push('view'),
    done,
    openIsolation: async () => isolation,
    prepareScript: async (replays) => {
      order.push(replays === undefined ? 'script' : `script with ${Object.keys(replays).join()}`)
      return { ok: true, run: { script: '', lines: [] }, changed: ['other'] }
    },
    nextPicture: (draw) => draw(),
  })
  return { session, says, ended, done, order }
}

const line = (text: string) => ({ type: 'item', item: { type: 'notice', text } })
const texts = (items: readonly unknown[] | undefined) => items?.map((item) => (item as { text: string }).text)

test('a run keeps the text first, shows what comes, and tells that it is done', async () => {
  const { session, says, order, done } = played()
  expect(session.view.value).toMatchObject({ state: 'idle', items: undefined })
  await session.start()
  expect(order).toEqual(['view', 'kept', 'script'])
  expect(session.view.value).toMatchObject({ state: 'running', isOld: true, changed: ['other'] })
  says[0]!({ type: 'started' })
  says[0]!(line('one'))
  expect(texts(session.view.value.items)).toEqual(['one'])
  expect(session.view.value.isOld).toBe(false)
  says[0]!({ type: 'done' })
  expect(session.view.value.state).toBe('done')
  expect(done).toHaveBeenCalledTimes(1)
})

test('how far a run has come is seen while it’s on, and no longer', async () => {
  const { session, says } = played()
  await session.start()
  says[0]!({ type: 'started' })
  says[0]!({ type: 'progress', progress: { of: 'seeds', done: 3, all: 9 } })
  expect(session.view.value.progress).toEqual({ of: 'seeds', done: 3, all: 9 })
  says[0]!({ type: 'done' })
  expect(session.view.value.progress).toBeUndefined()
  await session.start()
  says[1]!({ type: 'started' })
  says[1]!({ type: 'progress', progress: { of: 'seeds', done: 1, all: 9 } })
  session.stop()
  expect(session.view.value.progress).toBeUndefined()
})

test('a second run ends the first, whose late words nobody hears', async () => {
  const { session, says } = played()
  await session.start()
  await session.start()
  says[0]!({ type: 'started' })
  says[0]!(line('too late'))
  says[1]!({ type: 'started' })
  says[1]!(line('mine'))
  says[1]!({ type: 'done' })
  expect(texts(session.view.value.items)).toEqual(['mine'])
})

test('what is stopped stays as it was, and clearing brings the author’s output back', async () => {
  const { session, says, done } = played()
  await session.start()
  says[0]!({ type: 'started' })
  says[0]!(line('one'))
  session.stop()
  says[0]!({ type: 'done' })
  expect(session.view.value).toMatchObject({ state: 'stopped' })
  expect(done).not.toHaveBeenCalled()
  session.clear()
  expect(session.view.value).toMatchObject({ state: 'idle', items: undefined, changed: [] })
})

test('what cannot be loaded is an item that says so, and no promise is rejected', async () => {
  const session = openSession({
    addresses: { lesson: 'l', cells: '/cells.json', runtime: [] },
    cell: 'c',
    flush: () => Promise.resolve(),
    openIsolation: () => Promise.reject(new Error('offline')),
    prepareScript: () => Promise.reject(new Error('offline')),
  })
  await session.start()
  expect(session.view.value.state).toBe('failed')
  expect(texts(session.view.value.items)?.[0]).toContain('couldn’t be loaded')
  expect(await session.replay(0, {} as never)).toMatchObject({ ok: false })
})

test('a replay gives the picture of its place and shows nothing else', async () => {
  const { session, says, order } = played()
  const answer = session.replay(2, {} as never)
  await vi.waitFor(() => expect(says).toHaveLength(1), { timeout: 30_000 })
  expect(order).toContain('script with 2')
  says[0]!({ type: 'started' })
  says[0]!({ type: 'item', item: { type: 'picture', kind: 'cluster', data: { place: 1 } } })
  says[0]!({ type: 'item', item: { type: 'picture', kind: 'cluster', data: { place: 2 } } })
  says[0]!({ type: 'done' })
  expect(await answer).toEqual({ ok: true, value: { place: 2 } })
  expect(session.view.value.items).toBeUndefined()
})

test('a frame that never answers is told for what it is, and the page is offered instead', async () => {
  const options = {
    addresses: { lesson: 'l', cells: '/cells.json', runtime: [] },
    cell: 'c',
    flush: () => Promise.resolve(),
    nextPicture: (draw: () => void) => draw(),
  }
  const prepared = { ok: true, run: { script: '', lines: [] }, changed: [] } as const
  const blocked = openSession({
    ...options,
    openIsolation: () => Promise.reject(new Error('the sandbox frame didn’t answer')),
    prepareScript: () => Promise.resolve(prepared),
  })
  await blocked.start()
  expect(blocked.view.value).toMatchObject({ state: 'failed', canFallBack: true })
  expect(texts(blocked.view.value.items)).toEqual([expect.stringContaining('extension')])
  const offline = openSession({
    ...options,
    openIsolation: () => Promise.reject(new Error('no')),
    prepareScript: () => Promise.reject(new TypeError('Failed to fetch')),
  })
  await offline.start()
  expect(offline.view.value).toMatchObject({ state: 'failed', canFallBack: false })
  expect(texts(offline.view.value.items)).toEqual([expect.stringContaining('offline')])
})

test('a run is watched while there is a text to watch, and what it tells is kept with that text', async () => {
  const told = { names: [{ cell: 'c', line: 1, name: 'a', times: 1, text: '2' }], waits: [] }
  const watched: (boolean | undefined)[] = []
  let text: string | undefined = undefined
  const says: ((message: unknown) => void)[] = []
  const session = openSession({
    addresses: { lesson: 'l', cells: '/cells.json', runtime: [] },
    cell: 'c',
    flush: async () => {},
    watching: () => text,
    openIsolation: async () => ({
      kind: 'frame',
      begin(_script, listen) {
        says.push(listen)
        return () => {}
      },
    }),
    prepareScript: async (_replays, more) => {
      watched.push(more?.watch)
      return { ok: true, run: { script: '', lines: [] }, changed: [] }
    },
    nextPicture: (draw) => draw(),
  })
  await session.start()
  says[0]!({ type: 'started' })
  says[0]!({ type: 'seen', seen: told })
  says[0]!({ type: 'done' })
  expect(session.view.value.seen).toBeUndefined()
  text = 'const a = 2'
  await session.start()
  says[1]!({ type: 'started' })
  says[1]!({ type: 'seen', seen: told })
  says[1]!({ type: 'done' })
  expect(watched).toEqual([false, true])
  expect(session.view.value.seen).toEqual({ text: 'const a = 2', told })
})

test('a judge gives back what it published, or says why the cell could not be judged', async () => {
  const { session, says, order } = played()
  const judged = session.judge('judge')
  await vi.waitFor(() => expect(says.length).toBe(1), { timeout: 30_000 })
  says[0]!({ type: 'started' })
  says[0]!({ type: 'value', name: 'result', value: 'holds' })
  says[0]!({ type: 'done' })
  expect(await judged).toEqual({ ok: true, value: { result: 'holds' } })
  const failed = session.judge('judge')
  await vi.waitFor(() => expect(says.length).toBe(2), { timeout: 30_000 })
  says[1]!({ type: 'started' })
  says[1]!({ type: 'item', item: { type: 'error', name: 'TypeError', message: 'no' } })
  says[1]!({ type: 'failed' })
  expect(await failed).toEqual({ ok: false, message: 'TypeError: no' })
  expect(session.view.value.state).toBe('idle')
  expect(order).toEqual(['kept', 'script', 'kept', 'script'])
})
