import type { Answer } from '#outline/replay.ts'
import { openPort, type PortOptions } from '#workers/port.ts'
import type { Desk } from './desk.ts'
import type { BenchDesk, DistantDesk } from './protocol.ts'

/** The desk's functions as a worker serves them. */
export type ServedDesk = { readonly [Method in keyof Desk]: Desk[Method] }

const failures = {
  'too long': 'This plan takes too long to run here, so it was stopped. Your previous run is still here.',
  'broke off': 'The run stopped early. Your previous run is still here.',
}

/** The desk in a worker, or in the page where none starts. No promise is ever rejected: a failure is an answer. */
export function openDistantDesk(
  options: Partial<PortOptions<ServedDesk>> = {},
): DistantDesk & BenchDesk & { close(): void } {
  const port = openPort<ServedDesk>({ make: makeWorker, here: loadOwn, ...options })
  const asking =
    <Method extends keyof Desk>(method: Method) =>
    async (...args: Parameters<Desk[Method]>): Promise<ReturnType<Desk[Method]>> => {
      const called = await port.call(method, ...args)
      if (called.ok) return called.value as ReturnType<Desk[Method]>
      const failed: Answer<never> = { ok: false, say: failures[called.why] }
      return failed as ReturnType<Desk[Method]>
    }
  return {
    play: asking('play'),
    edit: asking('edit'),
    empty: asking('empty'),
    code: asking('code'),
    shrink: asking('shrink'),
    can: { judge: true },
    close: port.close,
  }
}

function makeWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

async function loadOwn(): Promise<ServedDesk> {
  const { openDesk } = await import('./desk.ts')
  return openDesk()
}
