import { describe, expect, it } from 'vitest'
import { hunt } from '#figures/search/client.ts'
import type { HuntRequest, HuntProgress } from '#figures/search/protocol.ts'
import { fakeWorker, noWorker } from '../../workers/fake-worker.ts'

const request: HuntRequest = {
  target: { system: 'ring', settings: {} },
  weather: { keys: ['table 3'] },
  check: 'fresh reads',
  seeds: 30,
}

describe('hunt(request, options)', () => {
  it('searches on the page where no worker can be made, and tells the same each time', async () => {
    const told: HuntProgress[] = []
    const outcome = await hunt(request, { makeWorker: noWorker, onProgress: (one) => told.push(one) })
    expect(outcome.ok && outcome.found?.smallest.ops.length).toBe(2)
    expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(['tried', 'found', 'shrank']))
    expect(told.findIndex(({ type }) => type === 'found')).toBeLessThan(
      told.findIndex(({ type }) => type === 'shrank'),
    )
    expect(await hunt(request, { makeWorker: noWorker })).toEqual(outcome)
  })

  it('hands on what the worker tells and ends it with the outcome', async () => {
    const told: HuntProgress[] = []
    const count = { type: 'tried', tried: 1, broken: [], asked: 12, unanswered: 0 } as const
    const outcome = { ok: true, count } as const
    const { worker, kept } = fakeWorker({
      hunt: async (_request: HuntRequest, tell: (telling: HuntProgress) => unknown) => {
        await tell(count)
        return outcome
      },
    })
    expect(await hunt(request, { makeWorker: () => worker, onProgress: (one) => told.push(one) })).toEqual(
      outcome,
    )
    expect(told).toEqual([count])
    expect(kept.ended).toBe(1)
  })

  it('goes on by itself when the worker fails before it was ready, and says so when it fails later', async () => {
    const failing = fakeWorker({}, { starts: false })
    setTimeout(failing.fail)
    expect((await hunt(request, { makeWorker: () => failing.worker })).ok).toBe(true)
    const breaking = fakeWorker({ hunt: () => new Promise(() => {}) })
    void breaking.heard.then(breaking.fail)
    const outcome = await hunt(request, { makeWorker: () => breaking.worker })
    expect(outcome).toMatchObject({ ok: false, reason: 'failed' })
  })

  it('is cancelled in a worker, on the page and before it began', async () => {
    const silent = fakeWorker({}, { starts: false })
    const stop = new AbortController()
    const inWorker = hunt(request, { makeWorker: () => silent.worker, signal: stop.signal })
    stop.abort()
    expect(await inWorker).toMatchObject({ ok: false, reason: 'cancelled' })
    expect(silent.kept.ended).toBe(1)
    expect(await hunt(request, { signal: stop.signal })).toMatchObject({ reason: 'cancelled' })
    const later = new AbortController()
    const onPage = hunt(request, {
      makeWorker: noWorker,
      signal: later.signal,
      onProgress: () => later.abort(),
    })
    expect(await onPage).toMatchObject({ ok: false, reason: 'cancelled' })
  })

  it('gives an unknown check back as a failure that names it', async () => {
    const outcome = await hunt({ ...request, check: 'happy reads' }, { makeWorker: noWorker })
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'failed',
      why: expect.stringContaining('happy reads'),
    })
  })
})
