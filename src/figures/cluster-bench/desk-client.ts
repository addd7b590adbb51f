import type { Answer } from '#outline/replay.ts'
import type { Desk } from './desk.ts'
import type { DistantDesk, FromDesk, ToDesk } from './protocol.ts'

/** A worker as far as a desk needs one. */
export interface DeskWorker {
  onmessage: ((event: { readonly data: FromDesk }) => void) | null
  onerror: ((event: unknown) => void) | null
  postMessage(request: ToDesk): void
  terminate(): void
}

export interface DeskOptions {
  /** For tests: gives a worker, or throws where there are none. */
  readonly makeWorker?: () => DeskWorker
  /** For tests: the desk in the page itself. */
  readonly loadDesk?: () => Promise<Desk>
  /** A worker that has not said that it is there by then is given up. */
  readonly startMs?: number
  /** A run that takes longer is ended with its worker. */
  readonly patienceMs?: number
}

interface Waiting {
  readonly request: ToDesk
  readonly resolve: (answer: unknown) => void
  readonly patience: ReturnType<typeof setTimeout>
}

const tooLong: Answer<never> = {
  ok: false,
  say: 'This plan takes too long to run here, so it was stopped. What was there before is kept.',
}

/**
 * The desk in a worker of the page's own, so that a long run never holds the page; where no worker starts, in the
 * page itself. No promise is ever rejected: a failure is an answer.
 */
export function openDistantDesk(options: DeskOptions = {}): DistantDesk & { close(): void } {
  const { makeWorker = openWorker, loadDesk = loadOwn, startMs = 5_000, patienceMs = 20_000 } = options
  const waiting = new Map<number, Waiting>()
  let worker: DeskWorker | 'none' | undefined
  let isReady = false
  let start: ReturnType<typeof setTimeout> | undefined
  let count = 0

  function begin(): void {
    isReady = false
    try {
      const opened = makeWorker()
      worker = opened
      start = setTimeout(giveUp, startMs)
      opened.onmessage = ({ data }) => {
        clearTimeout(start)
        isReady = true
        if (data.type === 'answer') settle(data.id, data.answer)
      }
      opened.onerror = () => (isReady ? breakOff() : giveUp())
    } catch {
      worker = 'none'
    }
  }

  function end(): void {
    clearTimeout(start)
    if (worker !== undefined && worker !== 'none') {
      worker.onmessage = worker.onerror = null
      worker.terminate()
    }
    worker = undefined
  }

  /** No worker on this page: what waits is answered by the page itself. */
  function giveUp(): void {
    end()
    worker = 'none'
    for (const { request } of waiting.values()) void answerHere(request)
  }

  /** The worker broke: whatever it was asked is answered by a failure, and the next request gets a new one. */
  function breakOff(): void {
    end()
    for (const id of [...waiting.keys()])
      settle(id, { ok: false, say: 'The run broke off. What was there before is kept.' })
  }

  function settle(id: number, answer: unknown): void {
    const one = waiting.get(id)
    if (one === undefined) return
    clearTimeout(one.patience)
    waiting.delete(id)
    one.resolve(answer)
  }

  async function answerHere({ id, method, args }: ToDesk): Promise<void> {
    try {
      const desk = await loadDesk()
      const ask = desk[method] as (...args: readonly unknown[]) => unknown
      settle(id, ask(...args))
    } catch {
      settle(id, { ok: false, say: 'The run broke off. What was there before is kept.' })
    }
  }

  function ask(method: keyof Desk, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve) => {
      if (worker === undefined) begin()
      const request = { id: ++count, method, args }
      const patience = setTimeout(() => {
        end()
        settle(request.id, tooLong)
        // What waited behind it gets a worker of its own.
        const rest = [...waiting.values()]
        if (rest.length > 0) begin()
        for (const other of rest) send(other.request)
      }, patienceMs)
      waiting.set(request.id, { request, resolve, patience })
      send(request)
    })
  }

  function send(request: ToDesk): void {
    if (worker === 'none') void answerHere(request)
    else worker?.postMessage(request)
  }

  return {
    play: (...args) => ask('play', args) as ReturnType<DistantDesk['play']>,
    edit: (...args) => ask('edit', args) as ReturnType<DistantDesk['edit']>,
    empty: (...args) => ask('empty', args) as ReturnType<DistantDesk['empty']>,
    code: (...args) => ask('code', args) as ReturnType<DistantDesk['code']>,
    close: end,
  }
}

function openWorker(): DeskWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as DeskWorker
}

async function loadOwn(): Promise<Desk> {
  const { openDesk } = await import('./desk.ts')
  return openDesk()
}
