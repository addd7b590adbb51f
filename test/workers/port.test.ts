import { expect, test, vi } from 'vitest'
import { openPort } from '#workers/port.ts'
import { fakeWorker, noWorker } from './fake-worker.ts'

type Sums = {
  readonly add: (one: number, other: number) => number | Promise<number>
  readonly count: (to: number, tell: (at: number) => void | Promise<void>) => Promise<string>
}
const sums: Sums = {
  add: (one, other) => one + other,
  async count(to, tell) {
    for (let at = 1; at <= to; at++) await tell(at)
    return 'counted'
  },
}
const here = () => Promise.resolve({ ...sums, add: () => -1 })
const never = () => new Promise<number>(() => {})

test('a worker answers, and is made once, at the first call', async () => {
  const make = vi.fn(() => fakeWorker(sums).worker)
  const port = openPort<Sums>({ make, here })
  expect(make).not.toHaveBeenCalled()
  expect(await port.call('add', 1, 2)).toEqual({ ok: true, value: 3 })
  expect(await Promise.all([port.call('add', 2, 2), port.call('add', 3, 3)])).toEqual([
    { ok: true, value: 4 },
    { ok: true, value: 6 },
  ])
  expect(make).toHaveBeenCalledTimes(1)
  port.close()
})

test('a function among what goes in is called back', async () => {
  const port = openPort<Sums>({ make: () => fakeWorker(sums).worker, here })
  const heard: number[] = []
  expect(await port.call('count', 3, (at) => void heard.push(at))).toEqual({ ok: true, value: 'counted' })
  expect(heard).toEqual([1, 2, 3])
  port.close()
})

test('where no worker can be made, or it fails at its start, or says nothing, the page does the work', async () => {
  const failing = () => {
    const { worker, fail } = fakeWorker(sums, { starts: false })
    setTimeout(fail)
    return worker
  }
  const silent = fakeWorker(sums, { starts: false })
  for (const make of [noWorker, failing, () => silent.worker]) {
    const port = openPort<Sums>({ make, here, startMs: 5 })
    expect(await port.call('add', 1, 2)).toEqual({ ok: true, value: -1 })
  }
  expect(silent.kept.ended).toBe(1)
})

test('a call that takes too long is ended with its worker, and what waited behind it is asked again', async () => {
  let made = 0
  const workers: ReturnType<typeof fakeWorker>[] = []
  const make = () => {
    const worker = fakeWorker({ ...sums, add: made++ === 0 ? never : sums.add })
    workers.push(worker)
    return worker.worker
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const port = openPort<Sums>({ make, here, patienceMs: 20 })
  const stuck = port.call('add', 1, 1)
  await workers[0]!.heard
  vi.advanceTimersByTime(10)
  const behind = port.call('add', 2, 2)
  vi.advanceTimersByTime(10)
  expect(await stuck).toEqual({ ok: false, why: 'too long' })
  expect(await behind).toEqual({ ok: true, value: 4 })
  expect(workers[0]!.kept.ended).toBe(1)
  expect(workers).toHaveLength(2)
  port.close()
  vi.useRealTimers()
})

test('a worker that breaks fails what it was asked, and the next call gets a new one', async () => {
  const broken = fakeWorker({ ...sums, add: never })
  let made = 0
  const port = openPort<Sums>({ make: () => (made++ === 0 ? broken : fakeWorker(sums)).worker, here })
  const lost = port.call('add', 1, 1)
  await broken.heard
  broken.fail()
  expect(await lost).toEqual({ ok: false, why: 'broke off' })
  expect(await port.call('add', 1, 1)).toEqual({ ok: true, value: 2 })
  port.close()
})

test('a function that throws fails its own call alone', async () => {
  const throwing = { ...sums, add: () => Promise.reject(new Error('no')) }
  for (const make of [() => fakeWorker(throwing).worker, noWorker]) {
    const port = openPort<Sums>({ make, here: () => Promise.resolve(throwing) })
    expect(await port.call('add', 1, 1)).toEqual({ ok: false, why: 'broke off' })
    expect(await port.call('count', 1, () => {})).toEqual({ ok: true, value: 'counted' })
    port.close()
  }
})
