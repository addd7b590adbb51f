import { expect, test } from 'vitest'
import { plan, ring } from '#engine'
import { openDesk } from '#figures/cluster-bench/desk.ts'
import { openDistantDesk } from '#figures/cluster-bench/desk-client.ts'
import { fakeWorker, noWorker } from '../../workers/fake-worker.ts'

const small = plan(ring({ nodes: ['A'] }), { clients: ['client'] })
  .at(5)
  .write('k', 'v').plan
const never = () => new Promise<never>(() => {})

test('a worker, and the page where there is none, answer as the desk does', async () => {
  const here = () => Promise.resolve(openDesk())
  for (const make of [() => fakeWorker({ ...openDesk() } as never).worker, noWorker]) {
    const desk = openDistantDesk({ make, here })
    expect(await desk.play(small)).toEqual(openDesk().play(small))
    expect(await desk.code(small)).toEqual(openDesk().code(small))
    expect(await desk.play('no plan')).toMatchObject({ ok: false })
    desk.close()
  }
})

test('a run that takes too long, and a worker that breaks, are answers with a sentence', async () => {
  const slow = openDistantDesk({ make: () => fakeWorker({ play: never }).worker, patienceMs: 10 })
  expect(await slow.play(small)).toMatchObject({ ok: false, say: expect.stringContaining('too long') })
  const broken = fakeWorker({ play: never })
  const desk = openDistantDesk({ make: () => broken.worker })
  void broken.heard.then(broken.fail)
  expect(await desk.play(small)).toMatchObject({ ok: false, say: expect.stringContaining('stopped early') })
  slow.close()
})
