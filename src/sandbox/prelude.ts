import { hintFor } from './lockdown-words.ts'
import { type Following, handOver } from './assemble.ts'
import { describe } from './describe.ts'
import { innerErrors } from './inner-errors.ts'
import { errorMessage, errorName, isError } from './error-text.ts'
import { follow, keptRuns, replayPlans, type Replays } from './draw-run.ts'
import { inline } from './format.ts'
import type { ErrorItem, Item, Published, WorkerMessage } from './items.ts'
import { limits } from './limits.ts'
import { sizeOf } from './measure.ts'
import { placeInStack, sourcePlaceOf, type CellLines } from './source-place.ts'
import type { Watcher } from './seen.ts'
import { setSink } from './sink.ts'
import { cellConsole } from './cell-console.ts'
import * as surface from './cell-api.ts'
import { lockDown, guardTime } from './lockdown.ts'

// What the engine's parts need of the prelude: they're bundled apart from it and find these on it (build/runtime.ts).
export { describe } from './describe.ts'
export { drawRun, rememberRun } from './draw-run.ts'
export { inline } from './format.ts'
export { addDrawer } from './pictures.ts'
export { currentRun, needScenario, needSeeds, whileFollowed, whileRunning } from './running.ts'
export { emit, publish, reportError, tellProgress } from './sink.ts'

/** One cell's text, compiled: what it exports is what it puts on `exports`. */
type CellCode = (require: (name: string) => unknown, exports: object, seen: object) => Promise<void>

/** What the prelude needs of the world around it: the browser's worker and the build's give the same. */
interface Host {
  postMessage(message: WorkerMessage): void
  /** Calls back with errors that nobody caught, and where they were when they have no stack of their own. */
  onUncaught(callback: (error: unknown, at?: ScriptPlace) => void): void
  /** Runs a text as a classic script of its own. */
  load(text: string): void
}

interface ScriptPlace {
  readonly line: number
  readonly column: number | undefined
}

/**
 * Closes the world, then loads the text of the cells and runs them in their order, each after what it imports; the last
 * one is the one that was asked for. `engine` and the prelude's own surface are what they import by the name 'engine'.
 * `replays` are plans that a figure wants run in the stead of the cell's own. Says `started` before the cells' text is
 * there, so that nothing in it can keep a run from beginning, and `done` or `failed` last.
 */
export function start(
  engine: object,
  text: string,
  cells: readonly CellLines[],
  replays: Replays = {},
  { judge = false }: Following = {},
  watcher?: Watcher,
): void {
  replayPlans(replays)
  follow({ keepsRuns: judge, numbersRuns: watcher !== undefined })
  const published: Record<string, Published> = {}
  const seen = judge ? { runs: keptRuns, published } : (watcher ?? {})
  const { postMessage, onUncaught, load } = hostOf(globalThis as unknown as Record<string, unknown>)
  const later = setTimeout
  let isOver = false
  // A cell shows its own output: what an imported cell prints while it's imported is its own matter.
  let isMuted = true
  let hasRun = false
  const end = (type: 'done' | 'failed') => {
    if (isOver) return
    isOver = true
    if (left > 0) postMessage({ type: 'item', item: { type: 'notice', text: leftOut(left) } })
    if (watcher !== undefined) postMessage({ type: 'seen', seen: watcher.seen() })
    postMessage({ type })
  }
  const spent = { items: 0, characters: 0, values: 0 }
  let left = 0
  const send = (item: Item) => {
    if (isOver || isMuted) return
    if (spent.items > limits.items) return void left++
    spent.items += item.type === 'picture' ? limits.items / limits.pictures : 1
    spent.characters += sizeOf(item)
    const isTooLong = spent.characters > limits.characters
    if (spent.items > limits.items || isTooLong) {
      spent.items = limits.items + 1
      left++
      postMessage({ type: 'item', item: { type: 'notice', text: isTooLong ? tooLong : tooMany } })
      return
    }
    postMessage({ type: 'item', item })
  }
  const fail = (error: unknown, at?: ScriptPlace) => {
    if (isOver) return
    postMessage({ type: 'item', item: errorItem(error, cells, at) })
    end('failed')
  }
  setSink({
    item: send,
    error: (error) => send(errorItem(error, cells)),
    progress: (progress) => postMessage({ type: 'progress', progress }),
    value(name: string, value: Published) {
      if (judge) published[name] = value
      if (!isOver && !isMuted && spent.values++ < limits.values) postMessage({ type: 'value', name, value })
    },
  })
  onUncaught(fail)
  const timers = guardTime(fail)
  lockDown()
  Object.defineProperty(globalThis, 'console', { value: Object.freeze(cellConsole), writable: true })
  postMessage({ type: 'started' })
  const codes = handedOver(text, load)
  // A rejection that nobody handles is told in a turn of its own, which is asked for after ours: so wait for two.
  const endIfIdle = () => hasRun && timers.waiting() === 0 && end('done')
  const endSoon = () => void later(() => later(endIfIdle, 0), 0)
  timers.onIdle = endSoon
  const beforeLast = () => {
    isMuted = false
  }
  runAll(engine, cells, codes, seen, beforeLast).then(() => {
    hasRun = true
    if (timers.waiting() === 0) endSoon()
  }, fail)
}

const leftOut = (left: number) => `${left} ${left === 1 ? 'item was' : 'items were'} left out.`
const tooMany = `This is more than a cell may show (${limits.items} items or ${limits.pictures} pictures); the rest is left out.`
const tooLong = `This is more than a cell may show (${limits.characters / 1000},000 characters); the rest is left out.`

/** The cells of a text, in their order. What doesn't parse is thrown, and nobody catches it: so its line is told. */
function handedOver(text: string, load: (text: string) => void): readonly CellCode[] {
  const codes: CellCode[] = []
  const take = (code: CellCode) => void (codes[codes.length] = code)
  Object.defineProperty(globalThis, handOver, { value: take, configurable: true })
  load(text)
  Reflect.deleteProperty(globalThis, handOver)
  return codes
}

async function runAll(
  engine: object,
  cells: readonly CellLines[],
  codes: readonly CellCode[],
  seen: object,
  beforeLast: () => void,
): Promise<void> {
  // A module to the compiled code's eyes, or `import * as engine` would get a copy that isn't frozen.
  const all = named({ ...engine, ...surface })
  const frozen = Object.freeze(Object.defineProperty(all, '__esModule', { value: true }))
  const modules = new Map<string, object>([['engine', frozen]])
  const require = (name: string) => {
    const found = modules.get(name)
    if (found === undefined) throw new TypeError(`'${name}' can’t be imported here`)
    return found
  }
  for (const [index, { name }] of cells.entries()) {
    if (index === cells.length - 1) beforeLast()
    const exports = {}
    // Waited for one after another: a cell finds what it imports complete.
    await codes[index]!(require, exports, seen)
    modules.set(`./${name}`, exports)
  }
}

/** Functions and classes are called what they're imported as: a minifier has taken their own names away. */
function named<T extends object>(exports: T): T {
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value === 'function') Object.defineProperty(value, 'name', { value: name, configurable: true })
    else if (typeof value === 'object' && value !== null) named(value as object)
  }
  return exports
}

function errorItem(thrown: unknown, cells: readonly CellLines[], where?: ScriptPlace): ErrorItem {
  if (typeof thrown !== 'object' || thrown === null || !isError(thrown)) {
    return { type: 'error', name: 'Thrown', message: inline(describe(thrown)) }
  }
  try {
    const name = errorName(thrown)
    const message = errorMessage(thrown)
    const { stack } = thrown as { stack?: unknown }
    const at =
      (typeof stack === 'string' ? placeInStack(stack, cells) : undefined) ??
      (where && sourcePlaceOf(cells, where.line, where.column))
    const hint = hintFor(name, message)
    const inner = innerErrors(thrown)
    return {
      type: 'error',
      name,
      message,
      ...(at && { at }),
      ...(hint !== undefined && { hint }),
      ...(inner.length > 0 && { inner }),
    }
  } catch {
    return { type: 'error', name: 'Error', message: 'what was thrown can’t be read' }
  }
}

function hostOf(scope: Record<string, unknown>): Host {
  const postMessage = (scope['postMessage'] as (message: unknown) => void).bind(scope)
  const addEventListener = (scope['addEventListener'] as typeof globalThis.addEventListener).bind(scope)
  const importScripts = (scope['importScripts'] as (address: string) => void).bind(scope)
  const { Blob, URL } = globalThis
  return {
    postMessage,
    load(text) {
      const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
      importScripts(address)
      URL.revokeObjectURL(address)
    },
    onUncaught(callback) {
      addEventListener('error', (event) => {
        event.preventDefault()
        const { error, lineno, colno } = event as ErrorEvent
        callback(error, { line: lineno, column: colno })
      })
      addEventListener('unhandledrejection', (event) => {
        event.preventDefault()
        callback((event as PromiseRejectionEvent).reason)
      })
    },
  }
}
