import { openPort, type WorkerLike } from '#workers/port.ts'
import { cancelled, type HuntOutcome, type HuntRequest, type HuntProgress } from './protocol.ts'

/** How long the page's own thread works before it lets the browser draw and answer. */
const sliceMs = 8

/** How a search is followed and stopped. */
export interface HuntOptions {
  readonly onProgress?: (telling: HuntProgress) => void
  readonly signal?: AbortSignal
  /** For tests: gives a worker, or throws where there are none. */
  readonly makeWorker?: () => WorkerLike
}

/** What the worker serves. */
type ServedHunt = {
  readonly hunt: (request: HuntRequest, tell: (telling: HuntProgress) => void) => Promise<HuntOutcome>
}

/**
 * Looks for a plan that breaks a check, in a worker of the page's own; where none starts, on the page itself, in
 * slices. Never rejects: a failure and a cancelled search (`signal`) are values.
 */
export async function hunt(request: HuntRequest, options: HuntOptions = {}): Promise<HuntOutcome> {
  const { onProgress: onTelling = () => {}, signal, makeWorker = openWorker } = options
  if (signal?.aborted === true) return cancelled
  const port = openPort<ServedHunt>({
    make: makeWorker,
    here: () => Promise.resolve({ hunt: (asked, tell) => onPage(asked, tell, signal) }),
    // A search takes as long as its reader lets it.
    patienceMs: Infinity,
  })
  return new Promise((resolve) => {
    const end = (outcome: HuntOutcome) => {
      signal?.removeEventListener('abort', stop)
      port.close()
      resolve(outcome)
    }
    const stop = () => end(cancelled)
    signal?.addEventListener('abort', stop)
    void port
      .call('hunt', request, onTelling)
      .then((called) =>
        end(called.ok ? called.value : { ok: false, reason: 'failed', why: 'The search broke off.' }),
      )
  })
}

function openWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

/** The engine comes with it: a page whose worker starts never loads it. */
async function onPage(
  request: HuntRequest,
  onTelling: (telling: HuntProgress) => void,
  signal: AbortSignal | undefined,
): Promise<HuntOutcome> {
  const { drive } = await import('./drive.ts')
  let until = performance.now() + sliceMs
  return drive(request, onTelling, () => {
    if (signal?.aborted === true) return 'stop'
    if (performance.now() < until) return undefined
    return new Promise((resume) =>
      setTimeout(() => {
        until = performance.now() + sliceMs
        resume()
      }),
    )
  })
}
