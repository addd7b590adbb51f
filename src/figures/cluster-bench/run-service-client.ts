import type { Answer } from '#outline/replay.ts'
import { openPort, type PortOptions } from '#workers/port.ts'
import type { RunService } from './run-service.ts'
import type { BenchService, DistantRunService } from './protocol.ts'

/** The service's functions as a worker serves them. */
type ServedRuns = { readonly [Method in keyof RunService]: RunService[Method] }

const failures = {
  'too long': 'This plan takes too long to run here, so it was stopped. Your previous run is still here.',
  'broke off': 'The run stopped early. Your previous run is still here.',
}

/** The service in a worker, or in the page where none starts. No promise is ever rejected: a failure is an answer. */
export function openDistantRunService(
  options: Partial<PortOptions<ServedRuns>> = {},
): DistantRunService & BenchService & { close(): void } {
  const port = openPort<ServedRuns>({ make: makeWorker, here: loadOwn, ...options })
  const asking =
    <Method extends keyof RunService>(method: Method) =>
    async (...args: Parameters<RunService[Method]>): Promise<ReturnType<RunService[Method]>> => {
      const called = await port.call(method, ...args)
      if (called.ok) return called.value as ReturnType<RunService[Method]>
      const failed: Answer<never> = { ok: false, message: failures[called.why] }
      return failed as ReturnType<RunService[Method]>
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

async function loadOwn(): Promise<ServedRuns> {
  const { openRunService } = await import('./run-service.ts')
  return openRunService()
}
