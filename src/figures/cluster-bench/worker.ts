import { openDesk } from './desk.ts'
import type { FromDesk, ToDesk } from './protocol.ts'

/** The desk in a worker of the page's own: one answer to each request, in their order. */
const desk = openDesk()
const post = (message: FromDesk) => postMessage(message)

addEventListener('message', ({ data: { id, method, args } }: MessageEvent<ToDesk>) => {
  const ask = desk[method] as (...args: readonly unknown[]) => unknown
  post({ type: 'answer', id, answer: ask(...args) })
})

post({ type: 'ready' })
