// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { keepWhatWasRead } from '#site/keep-read.ts'

type Listener = (list: { getEntries: () => { name: string; startTime: number }[] }) => void

afterEach(() => vi.unstubAllGlobals())

it('the worker is given the page and what it was made of, not what came through it or from elsewhere', () => {
  location.href = 'http://localhost/book/lessons/replicas/#part'
  const postMessage = vi.fn<(message: { payload: { urlsToCache: [string, RequestInit][] } }) => void>()
  vi.stubGlobal('navigator', { serviceWorker: { controller: { postMessage } } })
  let hear: Listener = () => {}
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(listener: Listener) {
        hear = listener
      }
      observe() {}
    },
  )
  keepWhatWasRead('/book/')
  hear({
    getEntries: () => [
      { name: 'http://localhost/book/_astro/near.js', startTime: 0 },
      { name: 'http://localhost/other/near.js', startTime: 0 },
      { name: 'http://elsewhere.example/book/near.js', startTime: 0 },
      { name: 'http://localhost/book/_astro/late.js', startTime: Infinity },
    ],
  })
  hear({ getEntries: () => [{ name: 'http://elsewhere.example/x.js', startTime: 0 }] })
  expect(postMessage.mock.calls.map(([message]) => message)).toEqual(
    ['http://localhost/book/lessons/replicas/', 'http://localhost/book/_astro/near.js'].map((address) => ({
      type: 'CACHE_URLS',
      payload: { urlsToCache: [[address, { cache: 'force-cache' }]] },
    })),
  )
})
