import { expect, it, vi } from 'vitest'
import { openAsker } from '#editor/types/asker.ts'
import { fakeWorker } from '../../workers/fake-worker.ts'

const addresses = { worker: '/types.js', data: '/types.json' }

it('makes no worker before the first question, and one for all', async () => {
  const make = vi.fn(
    () => fakeWorker({ ask: async (_data: string, _cells: object, question: string) => question }).worker,
  )
  const asker = openAsker(addresses, make)
  expect(make).not.toHaveBeenCalled()
  expect(await asker.ask({ a: '' }, 'problems', 'a')).toBe('problems')
  expect(await asker.ask({ a: '' }, 'hover', 'a', 0)).toBe('hover')
  expect(make).toHaveBeenCalledTimes(1)
  asker.close()
})

it('hands on the texts and the parameters, and where the declarations are', async () => {
  const asker = openAsker(addresses, () => fakeWorker({ ask: async (...given: never[]) => given }).worker)
  expect(await asker.ask({ a: 'x' }, 'hover', 'a', 7)).toEqual(['/types.json', { a: 'x' }, 'hover', ['a', 7]])
  asker.close()
})

it('has no answer, and no error, where no worker starts or one breaks off', async () => {
  const none = openAsker(addresses, () => {
    throw new Error('no workers here')
  })
  expect(await none.ask({ a: '' }, 'problems', 'a')).toBeUndefined()
  const broken = openAsker(
    addresses,
    () => fakeWorker({ ask: () => Promise.reject(new Error('the declarations are gone')) }).worker,
  )
  expect(await broken.ask({ a: '' }, 'problems', 'a')).toBeUndefined()
  broken.close()
})
