import { expose } from 'comlink'
import type { Api, WorkerLike } from '#workers/port.ts'

/** Of this module's own, so that a test with fake timers still hears. */
const later = setTimeout

/**
 * A worker that is the other end of a channel: it serves these functions, once it says that it is there. `heard` is
 * settled when the page has heard that: no test has to guess how long a message takes.
 */
export function fakeWorker(api: Api, { starts = true } = {}) {
  const { port1, port2 } = new MessageChannel()
  const hears = new Map<string, Set<() => void>>()
  const kept = { ended: 0 }
  let tell = () => {}
  const heard = new Promise<void>((resolve) => (tell = resolve))
  if (starts) {
    expose(api, port2 as never)
    port2.start()
    port2.postMessage('ready')
  }
  const worker: WorkerLike = {
    postMessage: (message, transfer = []) => port1.postMessage(message, transfer),
    addEventListener(type, listener) {
      if (type === 'error') hears.set(type, (hears.get(type) ?? new Set()).add(listener as () => void))
      else port1.addEventListener(type, listener as never)
      // After the page's own listeners, of which this one is the last.
      if (type === 'message') port1.addEventListener('message', () => void later(tell))
      port1.start()
    },
    removeEventListener: (type, listener) => port1.removeEventListener(type, listener as never),
    terminate() {
      kept.ended++
      port1.close()
      port2.close()
    },
  }
  return { worker, kept, heard, fail: () => hears.get('error')?.forEach((listener) => listener()) }
}

/** As where no worker can be made. */
export function noWorker(): never {
  throw new Error('no workers here')
}
