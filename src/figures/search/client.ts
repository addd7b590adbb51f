import { cancelled, drive } from './drive.ts'
import type { FromWorker, HuntOutcome, HuntRequest, Telling } from './protocol.ts'

/** A worker as far as a hunt needs one. */
export interface HuntWorker {
  onmessage: ((event: { readonly data: FromWorker }) => void) | null
  onerror: ((event: unknown) => void) | null
  postMessage(request: HuntRequest): void
  terminate(): void
}

/** A worker that has not said that it is there by then is given up. */
const patienceMs = 5_000

/** How long the page's own thread works before it lets the browser draw and answer. */
const sliceMs = 8

export interface HuntOptions {
  readonly onTelling?: (telling: Telling) => void
  readonly signal?: AbortSignal
  /** For tests: gives a worker, or throws where there are none. */
  readonly makeWorker?: () => HuntWorker
}

/**
 * Looks for a plan that breaks a check, in a worker of the page's own; where none starts, on the page itself, in
 * slices. Never rejects: a failure and a cancelled search (`signal`) are values.
 */
export async function hunt(request: HuntRequest, options: HuntOptions = {}): Promise<HuntOutcome> {
  const { onTelling = () => {}, signal, makeWorker = openWorker } = options
  if (signal?.aborted === true) return cancelled
  let worker: HuntWorker
  try {
    worker = makeWorker()
  } catch {
    return onPage(request, onTelling, signal)
  }
  const outcome = await inWorker(worker, request, onTelling, signal)
  return outcome === 'no worker' ? onPage(request, onTelling, signal) : outcome
}

function openWorker(): HuntWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as HuntWorker
}

function inWorker(
  worker: HuntWorker,
  request: HuntRequest,
  onTelling: (telling: Telling) => void,
  signal: AbortSignal | undefined,
): Promise<HuntOutcome | 'no worker'> {
  return new Promise((resolve) => {
    let isReady = false
    const end = (outcome: HuntOutcome | 'no worker') => {
      clearTimeout(patience)
      signal?.removeEventListener('abort', stop)
      worker.onmessage = worker.onerror = null
      worker.terminate()
      resolve(outcome)
    }
    const stop = () => end(cancelled)
    const patience = setTimeout(() => end('no worker'), patienceMs)
    signal?.addEventListener('abort', stop)
    worker.onerror = () =>
      end(isReady ? { ok: false, reason: 'failed', why: 'The search broke off.' } : 'no worker')
    worker.onmessage = ({ data }) => {
      if (data.type === 'ready') {
        isReady = true
        clearTimeout(patience)
      } else if (data.type === 'telling') onTelling(data.telling)
      else end(data.outcome)
    }
    worker.postMessage(request)
  })
}

function onPage(
  request: HuntRequest,
  onTelling: (telling: Telling) => void,
  signal: AbortSignal | undefined,
): Promise<HuntOutcome> {
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
