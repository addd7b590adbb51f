/** What a cell finds under the names that a worker has and a cell mustn't use. */
export const closedFunctions: Readonly<Record<string, string>> = {
  fetch: 'a cell has no network',
  XMLHttpRequest: 'a cell has no network',
  WebSocket: 'a cell has no network',
  WebSocketStream: 'a cell has no network',
  WebTransport: 'a cell has no network',
  EventSource: 'a cell has no network',
  RTCPeerConnection: 'a cell has no network',
  BroadcastChannel: 'a cell can’t message other pages',
  MessageChannel: 'a cell can’t message other pages',
  postMessage: 'a cell shows things with console.log and show',
  importScripts: "a cell imports 'engine' and the lesson's other cells",
  Worker: 'a cell starts no other worker',
  SharedWorker: 'a cell starts no other worker',
  eval: 'write the code itself instead of a text of it',
  Function: 'write the code itself instead of a text of it',
}

/** Names that are simply not there, for the hint under "x is not defined". */
const absent: readonly (readonly [RegExp, string])[] = [
  [
    /\b(document|window|parent|top|opener|frames|alert|prompt|HTMLElement)\b/,
    'A cell can’t see the page. Show things with console.log and show.',
  ],
  [
    /\b(localStorage|sessionStorage|indexedDB|caches|cookieStore|navigator|location)\b/,
    'A cell can’t reach the browser’s storage, so every run starts clean.',
  ],
  [/\b(process|require|module|Buffer|global|Deno|Bun)\b/, 'A cell runs in a browser, without Node.'],
  [/\b(self|crypto|performance)\b/, 'A cell doesn’t have it, so every run gives the same result.'],
]

const removed = new Set<string>()

/** Remembers a name that the host had and the cell has no more. */
export function noteRemoved(name: string): void {
  removed.add(name)
}

const consoleWords =
  'log, info, warn, error, debug, table, dir, group, groupEnd, count, time, timeEnd, assert, trace'

/** What to say under an error about a name that isn't there; undefined when the name is nothing we took away. */
export function hintFor(name: string, message: string): string | undefined {
  if (name === 'TypeError' && /\bconsole\.\w+\b.*not a function/.test(message))
    return `The console of a cell has ${consoleWords}.`
  if (name !== 'ReferenceError') return undefined
  const told = absent.find(([pattern]) => pattern.test(message))?.[1]
  if (told !== undefined) return told
  const missing = /^(?:Can't find variable: )?([\w$]+)/.exec(message)?.[1] ?? ''
  return removed.has(missing)
    ? `${missing} belongs to the browser. A cell has JavaScript itself, the engine and console, so every run gives the same result.`
    : undefined
}
