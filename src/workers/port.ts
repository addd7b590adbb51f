import { proxy, wrap, type Remote } from 'comlink'

/** A worker as far as a port needs one: the browser's own, or a MessagePort in a test. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void
  terminate(): void
}

/** Functions by their names, which a page asks of a worker: data in, data out; a function among what goes in is called back. */
export type Api = { readonly [method: string]: (...args: never[]) => unknown }

/** How a worker is had, and how long it's waited for. */
export interface PortOptions<Served extends Api> {
  /** Gives a worker that serves the same functions ({@link serve}), or throws where there are none. */
  make(): WorkerLike
  /** The functions in the page itself, for where no worker starts. */
  here(): Promise<Served>
  /** A worker that has said nothing by then is given up. */
  readonly startMs?: number
  /** A call that takes longer is ended with its worker; Infinity waits for ever. */
  readonly patienceMs?: number
}

/** What became of a call; why it failed is a word, and the caller has a sentence for it. */
export type Called<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: 'too long' | 'broke off' }

/** A worker's functions, called from the page. */
interface WorkerPort<Served extends Api> {
  call<Method extends keyof Served & string>(
    method: Method,
    ...args: Parameters<Served[Method]>
  ): Promise<Called<Awaited<ReturnType<Served[Method]>>>>
  /** Ends the worker; what it was asked is never answered. */
  close(): void
}

interface Waiting {
  readonly method: string
  readonly args: readonly unknown[]
  readonly settle: (called: Called<never>) => void
  patience?: ReturnType<typeof setTimeout>
}

interface Opened {
  readonly worker: WorkerLike
  readonly remote: Remote<Api>
  readonly start: ReturnType<typeof setTimeout>
  isReady: boolean
}

/**
 * Asks functions of a worker of the page's own, so that long work never holds the page; where no worker starts, the page
 * does the work itself. No promise is ever rejected. Comlink carries the calls; when a worker is given up, broken or too
 * slow is decided here, the same for every worker of the site.
 */
export function openPort<Served extends Api>(options: PortOptions<Served>): WorkerPort<Served> {
  const { make, here, startMs = 5_000, patienceMs = 20_000 } = options
  const waiting = new Set<Waiting>()
  let opened: Opened | 'none' | undefined

  function begin(): void {
    try {
      const worker = make()
      const mine: Opened = {
        worker,
        remote: wrap<Api>(worker as unknown as Worker),
        start: setTimeout(giveUp, startMs),
        isReady: false,
      }
      worker.addEventListener('message', () => {
        clearTimeout(mine.start)
        mine.isReady = true
      })
      worker.addEventListener('error', () => {
        if (opened === mine) (mine.isReady ? breakOff : giveUp)()
      })
      opened = mine
    } catch {
      opened = 'none'
    }
  }

  function end(): void {
    if (opened !== undefined && opened !== 'none') {
      clearTimeout(opened.start)
      opened.worker.terminate()
    }
    opened = undefined
  }

  /** No worker on this page: what waits is done by the page itself. */
  function giveUp(): void {
    end()
    opened = 'none'
    for (const one of waiting) send(one)
  }

  /** The worker broke: whatever it was asked has failed, and the next call gets a new one. */
  function breakOff(): void {
    end()
    for (const one of waiting) settle(one, { ok: false, why: 'broke off' })
  }

  function settle(one: Waiting, called: Called<unknown>): void {
    if (!waiting.delete(one)) return
    clearTimeout(one.patience)
    one.settle(called as Called<never>)
  }

  /** The worker is stuck with this call: it ends, and what waited behind is asked of a new one. */
  function runOut(one: Waiting): void {
    if (opened !== 'none') end()
    settle(one, { ok: false, why: 'too long' })
    for (const other of waiting) send(other)
  }

  function send(one: Waiting): void {
    clearTimeout(one.patience)
    if (patienceMs !== Infinity) one.patience = setTimeout(() => runOut(one), patienceMs)
    if (opened === undefined) begin()
    const asked = opened
    const answer = asked === 'none' ? here().then((api) => doHere(api, one)) : doThere(asked!, one)
    answer.then(
      (value) => settle(one, { ok: true, value }),
      () => {
        // A worker that has been given up since answers nothing any more.
        if (asked === opened) settle(one, { ok: false, why: 'broke off' })
      },
    )
  }

  return {
    call: (method, ...args) =>
      new Promise((resolve) => {
        const one: Waiting = { method, args, settle: resolve as Waiting['settle'] }
        waiting.add(one)
        send(one)
      }),
    close() {
      for (const one of waiting) clearTimeout(one.patience)
      waiting.clear()
      end()
    },
  }
}

async function doHere(api: Api, { method, args }: Waiting): Promise<unknown> {
  return api[method]!(...(args as never[]))
}

/** A function can't be posted: the worker gets one of its own, which calls back. */
async function doThere({ remote }: Opened, { method, args }: Waiting): Promise<unknown> {
  const ask = remote[method] as unknown as (...args: readonly unknown[]) => Promise<unknown>
  return ask(...args.map((arg) => (typeof arg === 'function' ? proxy(arg) : arg)))
}
