import { expect, test, vi } from 'vitest'
import { plan, ring } from '#engine'
import { openDesk } from '#figures/cluster-bench/desk.ts'
import { openDistantDesk, type DeskWorker } from '#figures/cluster-bench/desk-client.ts'
import type { ToDesk } from '#figures/cluster-bench/protocol.ts'

const small = plan(ring({ nodes: ['A'] }), { clients: ['client'] })
  .at(5)
  .write('k', 'v').plan
const loadDesk = () => Promise.resolve(openDesk())

/** A worker that does with each request as it is told. */
function workerThat(does: (worker: DeskWorker, request: ToDesk) => void, starts = true) {
  const made: DeskWorker[] = []
  const makeWorker = () => {
    const worker: DeskWorker = {
      onmessage: null,
      onerror: null,
      postMessage: (request) => does(worker, request),
      terminate: vi.fn(),
    }
    made.push(worker)
    if (starts) queueMicrotask(() => worker.onmessage?.({ data: { type: 'ready' } }))
    return worker
  }
  return { made, makeWorker }
}

const answering = workerThat((worker, { id, method, args }) => {
  const ask = openDesk()[method] as (...args: readonly unknown[]) => unknown
  const answer = structuredClone(ask(...args))
  queueMicrotask(() => worker.onmessage?.({ data: { type: 'answer', id, answer } }))
})

test('a worker answers as the desk in the page does', async () => {
  const desk = openDistantDesk({ makeWorker: answering.makeWorker })
  expect(await desk.play(small)).toEqual(openDesk().play(small))
  expect(await desk.code(small)).toEqual(openDesk().code(small))
  expect(answering.made).toHaveLength(1)
})

test('where no worker can be made, or it fails at its start, or says nothing, the page answers', async () => {
  const none = () => {
    throw new Error('no workers here')
  }
  const failing = workerThat((worker) => queueMicrotask(() => worker.onerror?.(undefined)), false)
  const silent = workerThat(() => {}, false)
  for (const makeWorker of [none, failing.makeWorker, silent.makeWorker]) {
    const desk = openDistantDesk({ makeWorker, loadDesk, startMs: 5 })
    expect(await desk.play(small)).toEqual(openDesk().play(small))
  }
  expect(silent.made[0]?.terminate).toHaveBeenCalled()
})

test('a run that takes too long is ended, and the next request gets a new worker', async () => {
  let isStuck = true
  const stuck = workerThat((worker, request) => {
    if (!isStuck)
      queueMicrotask(() => worker.onmessage?.({ data: { type: 'answer', id: request.id, answer: 'ok' } }))
  })
  const desk = openDistantDesk({ makeWorker: stuck.makeWorker, patienceMs: 10 })
  expect(await desk.play(small)).toMatchObject({ ok: false })
  isStuck = false
  expect(await desk.play(small)).toBe('ok')
  expect(stuck.made).toHaveLength(2)
})

test('a worker that breaks answers with a failure', async () => {
  const broken = workerThat((worker) => setTimeout(() => worker.onerror?.(undefined)))
  const desk = openDistantDesk({ makeWorker: broken.makeWorker })
  expect(await desk.play(small)).toMatchObject({ ok: false, say: expect.stringContaining('broke off') })
})
