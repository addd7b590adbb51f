import { expect, test } from 'vitest'
import { historiesAhead } from '#build/ahead.ts'
import { inThread } from '#build/thread.ts'

const module = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)

test('a page waits for nothing where no build began it', async () => {
  await expect(historiesAhead()).resolves.toBeUndefined()
})

test('a thread finds what it is given, and one that fails says so to who waits for it', async () => {
  const asks =
    "import { workerData } from 'node:worker_threads'; if (workerData !== 7) throw new Error('not seven')"
  await expect(inThread(module(asks), 7)).resolves.toBeUndefined()
  await expect(inThread(module(asks), 8)).rejects.toThrow('not seven')
  await expect(inThread(module('process.exit(3)'), 7)).rejects.toThrow('ended with 3')
})
