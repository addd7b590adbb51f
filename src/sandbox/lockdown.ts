import { closedFunctions, noteRemoved } from './lockdown-words.ts'
import { isRunning } from './running.ts'

/** The globals a cell keeps. Whatever else the host has, today's or tomorrow's, is taken away. */
const kept = new Set(
  (
    'globalThis undefined NaN Infinity Object Array Number String Boolean Symbol BigInt Math JSON Reflect Proxy Date ' +
    'RegExp Map Set WeakMap WeakSet WeakRef Promise Iterator Error AggregateError EvalError RangeError ReferenceError ' +
    'SyntaxError TypeError URIError SuppressedError ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray ' +
    'Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array ' +
    'BigUint64Array isNaN isFinite parseInt parseFloat encodeURI encodeURIComponent decodeURI decodeURIComponent ' +
    'escape unescape console TextEncoder TextDecoder structuredClone setTimeout clearTimeout setInterval ' +
    'clearInterval queueMicrotask'
  ).split(' '),
)

/**
 * Takes from the global object all that a cell mustn't have. This is the second wall: the first are the frame's
 * opaque origin and policy, which hold without it.
 */
export function lockDown(): void {
  // Some of what a cell keeps lies on a prototype of the global object, which is emptied below.
  for (const name of kept) {
    const held = (globalThis as Record<string, unknown>)[name]
    if (held !== undefined && !Object.hasOwn(globalThis, name)) replace(globalThis, name, held)
  }
  const words = new Set([...kept, ...Object.keys(closedFunctions)])
  let level: object = globalThis
  while (level !== Object.prototype && level !== null) {
    for (const name of Reflect.ownKeys(level)) {
      if (level === globalThis && words.has(name as string)) continue
      if (name === 'constructor' || typeof name === 'symbol') continue
      if (level !== Object.prototype) noteRemoved(name)
      if (!Reflect.deleteProperty(level, name)) {
        // What can't be deleted can at times be overwritten; what can't be either stays to the first wall.
        Reflect.set(level, name, undefined)
      }
    }
    level = Object.getPrototypeOf(level) as object
  }
  for (const [name, why] of Object.entries(closedFunctions)) close(name, why)
  closeMakers()
}

function close(name: string, why: string): void {
  const closed = function () {
    throw new TypeError(`${name} is closed here: ${why}`)
  }
  Object.defineProperty(closed, 'name', { value: name })
  if (name === 'Function') closed.prototype = Function.prototype
  // Some hosts make a global when it's first touched, from others that are gone by now: away with it, untouched.
  Reflect.deleteProperty(globalThis, name)
  Object.defineProperty(globalThis, name, { value: closed, configurable: false, writable: false })
}

/** Every function leads to the function that makes functions from text, by its `constructor`: all four kinds. */
function closeMakers(): void {
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}]
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind) as object
    const maker = function () {
      throw new TypeError(`Function is closed here: ${closedFunctions['Function']}`)
    }
    maker.prototype = prototype
    Object.defineProperty(prototype, 'constructor', { value: maker, configurable: false, writable: false })
  }
}

/** Callbacks that the world still owes the cell; the run ends when none is left. */
export interface Timers {
  readonly waiting: () => number
  /** Called whenever the last callback was made. */
  onIdle: () => void
}

/**
 * Timers that the run waits for, take no text, and hand their errors on; and the guards that close clocks, dice and
 * timers while an engine run is on.
 */
export function guardTime(onError: (error: unknown) => void): Timers {
  // Bound: a browser's timers work for the global object alone.
  const host = {
    setTimeout: setTimeout.bind(globalThis),
    clearTimeout: clearTimeout.bind(globalThis),
    setInterval: setInterval.bind(globalThis),
    clearInterval: clearInterval.bind(globalThis),
    queueMicrotask: queueMicrotask.bind(globalThis),
  }
  const waiting = new Set<unknown>()
  const timers: Timers = { waiting: () => waiting.size, onIdle() {} }
  const settle = (id: unknown) => {
    if (waiting.delete(id) && waiting.size === 0) timers.onIdle()
  }
  const call = (callback: (...rest: unknown[]) => void, rest: unknown[]) => {
    try {
      callback(...rest)
    } catch (error) {
      onError(error)
    }
  }
  const timer =
    (name: 'setTimeout' | 'setInterval') =>
    (callback: unknown, ms?: unknown, ...rest: unknown[]): number => {
      refuseInRun(name, 'node.sleep(ms) waits in virtual time')
      if (typeof callback !== 'function') throw new TypeError(`${name} takes a function, not a text`)
      const id: unknown = host[name](
        () => {
          call(callback as () => void, rest)
          if (name === 'setTimeout') settle(id)
        },
        Number(ms) || 0,
      )
      waiting.add(id)
      return id as number
    }
  const clear = (name: 'clearTimeout' | 'clearInterval') => (id?: unknown) => {
    host[name](id as number)
    settle(id)
  }
  const microtask = (callback: unknown) => {
    refuseInRun('queueMicrotask', 'node.spawn(task) starts a task of the node')
    if (typeof callback !== 'function') throw new TypeError('queueMicrotask takes a function')
    host.queueMicrotask(() => call(callback as () => void, []))
  }
  replace(globalThis, 'setTimeout', timer('setTimeout'))
  replace(globalThis, 'setInterval', timer('setInterval'))
  replace(globalThis, 'clearTimeout', clear('clearTimeout'))
  replace(globalThis, 'clearInterval', clear('clearInterval'))
  replace(globalThis, 'queueMicrotask', microtask)
  guardDice()
  return timers
}

/** Math.random and Date work in a cell, and are closed while a run is on: a run is a function of its plan alone. */
function guardDice(): void {
  const { random } = Math
  replace(Math, 'random', () => {
    refuseInRun('Math.random', 'node.random() draws from the plan’s seed')
    return random()
  })
  const HostDate = Date
  const closedDate = new Proxy(HostDate, {
    construct(target, parameters, newTarget) {
      if (parameters.length === 0) refuseInRun('new Date', 'node.now() tells the node’s own time')
      return Reflect.construct(target, parameters, newTarget) as object
    },
    apply(target, self, parameters) {
      refuseInRun('Date', 'node.now() tells the node’s own time')
      return Reflect.apply(target, self, parameters) as string
    },
  })
  const { now } = HostDate
  replace(HostDate, 'now', () => {
    refuseInRun('Date.now', 'node.now() tells the node’s own time')
    return now()
  })
  replace(HostDate.prototype, 'constructor', closedDate)
  replace(globalThis, 'Date', closedDate)
}

function refuseInRun(name: string, instead: string): void {
  if (isRunning()) throw new TypeError(`${name} isn’t available during a run: ${instead}.`)
}

function replace(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false })
}
