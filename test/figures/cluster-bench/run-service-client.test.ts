import { expect, test } from 'vitest'
import { plan, ring } from '#engine'
import { openRunService } from '#figures/cluster-bench/run-service.ts'
import { openDistantRunService } from '#figures/cluster-bench/run-service-client.ts'
import { fakeWorker, noWorker } from '../../workers/fake-worker.ts'

const small = plan(ring({ nodes: ['A'] }), { clients: ['client'] })
  .at(5)
  .write('k', 'v').plan
const never = () => new Promise<never>(() => {})

test('a worker, and the page where there is none, answer as the service does', async () => {
  const here = () => Promise.resolve(openRunService())
  for (const make of [() => fakeWorker({ ...openRunService() } as never).worker, noWorker]) {
    const service = openDistantRunService({ make, here })
    expect(await service.play(small)).toEqual(openRunService().play(small))
    expect(await service.code(small)).toEqual(openRunService().code(small))
    expect(await service.play('no plan')).toMatchObject({ ok: false })
    service.close()
  }
})

test('a run that takes too long, and a worker that breaks, are answers with a sentence', async () => {
  const slow = openDistantRunService({ make: () => fakeWorker({ play: never }).worker, patienceMs: 10 })
  expect(await slow.play(small)).toMatchObject({ ok: false, message: expect.stringContaining('too long') })
  const broken = fakeWorker({ play: never })
  const service = openDistantRunService({ make: () => broken.worker })
  void broken.heard.then(broken.fail)
  expect(await service.play(small)).toMatchObject({
    ok: false,
    message: expect.stringContaining('stopped early'),
  })
  slow.close()
})
