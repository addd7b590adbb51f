import boot from './boot.js?raw'
import { limits } from './limits.ts'

/** Somewhere a script can run apart. */
export interface Isolation {
  /** `frame`: a worker in a frame of opaque origin. `page`: a worker of the page, without network by the prelude alone. */
  readonly kind: 'frame' | 'page'
  /**
   * Starts a script; `listen` gets what arrives, unread, until the returned function ends the run. So many of its first
   * characters are the runtime.
   */
  begin(script: string, listen: (message: unknown) => void, runtimeLength?: number): () => void
}

/** The frame's own policy, on top of the page's, which it inherits: its scripts reach nothing at all. */
const policy = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:"

let frame: Promise<Isolation> | undefined

/** The page's one sandbox frame, made at the first call. Refuses when it doesn't answer in time. */
export function openFrame(): Promise<Isolation> {
  frame ??= makeFrame().catch((error: unknown) => {
    frame = undefined
    throw error
  })
  return frame
}

function makeFrame(): Promise<Isolation> {
  const element = document.createElement('iframe')
  element.setAttribute('sandbox', 'allow-scripts')
  element.setAttribute('aria-hidden', 'true')
  element.title = 'Where cells run'
  element.tabIndex = -1
  element.hidden = true
  element.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><script>${boot}</script>`
  const listeners = new Map<number, (message: unknown) => void>()
  let runs = 0
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      removeEventListener('message', hear)
      element.remove()
      reject(new Error('the sandbox frame didn’t answer'))
    }, limits.silenceMs)
    const say = (message: object) => element.contentWindow?.postMessage(message, '*')
    const isolation: Isolation = {
      kind: 'frame',
      begin(script, listen, runtimeLength = 0) {
        const run = ++runs
        listeners.set(run, listen)
        const [runtime, rest] = [script.slice(0, runtimeLength), script.slice(runtimeLength)]
        say({ type: 'run', run, runtime, script: rest, messages: limits.messages })
        return () => {
          if (listeners.delete(run)) say({ type: 'end', run })
        }
      },
    }
    function hear(event: MessageEvent<unknown>): void {
      // The origin of every sandboxed frame reads "null": which window spoke is what counts.
      if (event.source === null || event.source !== element.contentWindow) return
      const { run, message } = event.data as { run: number; message: unknown }
      if (run !== 0) return listeners.get(run)?.(message)
      clearTimeout(late)
      resolve(isolation)
    }
    addEventListener('message', hear)
    document.body.append(element)
  })
}

/** A worker of the page itself: for browsers whose frame starts none, after the reader agreed, never for shared code. */
export const pageIsolation: Isolation = {
  kind: 'page',
  begin(script, listen) {
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
    let left: number = limits.messages
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (left-- > 0) return listen(data)
      worker.terminate()
      listen({ type: 'flooded' })
    }
    worker.onerror = (event) => {
      event.preventDefault()
      listen({ type: 'broken', text: event.message, line: event.lineno, column: event.colno })
    }
    return () => worker.terminate()
  },
}
