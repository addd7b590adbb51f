import type { Assembled } from './assemble.ts'
import type { Isolation } from './isolation.ts'
import type { ErrorItem, Item, Progress, Published, Seen } from './items.ts'
import { limits } from './limits.ts'
import { sizeOf } from './measure.ts'
import { sourcePlaceOf } from './source-place.ts'
import { readMessage, type RunMessage } from './read.ts'

/** What a cell's `data-state` says. `stopped`: by the reader, or by a limit that a notice names. */
export type CellState = 'idle' | 'running' | 'done' | 'failed' | 'stopped'

/** Told as a run goes on; `ended` comes once and last. */
interface RunListener {
  item(item: Item): void
  value(name: string, value: Published): void
  /** How far something long has come; told a few times a second, and never by a short run. */
  progress?(progress: Progress): void
  /** Told once, before the end, by a run that is watched. */
  seen?(seen: Seen): void
  ended(end: RunEnd): void
}

/** How a run ended. */
export interface RunEnd {
  readonly state: 'done' | 'failed' | 'stopped'
  /** True when the place of isolation never ran the script: another may be offered. */
  readonly neverBegan: boolean
}

/** Timers, handed in so that tests needn't wait. */
interface RunnerTimers {
  set(callback: () => void, ms: number): unknown
  clear(timer: unknown): void
}

const pageTimers: RunnerTimers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (timer) => clearTimeout(timer as number),
}

/**
 * Runs an assembled script and tells the listener; returns the reader's Stop. Ends the run by itself when it's silent
 * for {@link limits.silenceMs} at the start, runs longer than `timeMs` after it, or says more than a cell may.
 */
export function startRun(
  { script, runtimeLength, lines }: Assembled,
  isolation: Isolation,
  listener: RunListener,
  timeMs: number = limits.timeMs,
  timers: RunnerTimers = pageTimers,
): () => void {
  let isOver = false
  let hasStarted = false
  const spent = { items: 0, size: 0, values: 0 }
  const finish = (state: RunEnd['state'], last?: Item) => {
    if (isOver) return
    isOver = true
    timers.clear(timer)
    end()
    if (last !== undefined) listener.item(last)
    listener.ended({ state, neverBegan: !hasStarted && state === 'failed' && last?.type === 'notice' })
  }
  const hear = (message: RunMessage | undefined) => {
    switch (message?.type) {
      case 'started':
        if (hasStarted) return
        hasStarted = true
        timers.clear(timer)
        timer = timers.set(() => finish('stopped', notice(tooLong(timeMs))), timeMs)
        return
      case 'item':
        spent.size += sizeOf(message.item)
        if (spent.size > mostSize) return finish('stopped', notice(tooMuch))
        // Two notices may follow the last item: that there's more, and how much.
        if (spent.items++ <= limits.items + 1) listener.item(message.item)
        return
      case 'value':
        if (spent.values++ < limits.values) listener.value(message.name, message.value)
        return
      case 'progress':
        return listener.progress?.(message.progress)
      case 'seen':
        return listener.seen?.(message.seen)
      case 'done':
        return finish('done')
      case 'failed':
        return finish('failed')
      case 'flooded':
        return finish('stopped', notice(tooMuch))
      case 'broken':
        return finish('failed', brokenItem(message, lines))
      case 'unreadable':
      case undefined:
        return finish('stopped', notice('Stopped: it sent something that isn’t the output of a cell.'))
    }
  }
  let timer = timers.set(
    () => finish('failed', notice('The sandbox didn’t start this cell. Run it again, or reload the page.')),
    // A run that may take longer may also begin later: a machine that builds is busier than a reader's.
    Math.max(limits.silenceMs, timeMs),
  )
  const listen = (input: unknown) => {
    if (!isOver) hear(readMessage(input))
  }
  const end = isolation.begin(script, listen, runtimeLength)
  return () => finish('stopped', notice('Stopped.'))
}

/** What the prelude lets through, its last words on top: a cell that sends more has broken it. */
const mostSize = limits.characters + 10_000
const tooMuch = 'Stopped: it sent more than a cell may.'

function notice(text: string): Item {
  return { type: 'notice', text }
}

function tooLong(timeMs: number): string {
  return `Stopped after ${timeMs / 1000}\u00a0s, the limit for a cell. Is there an infinite loop?`
}

/** A script that doesn't parse breaks its worker with a line; a worker that can't start at all, without one. */
function brokenItem(
  { text, line, column }: Extract<RunMessage, { type: 'broken' }>,
  lines: Assembled['lines'],
): ErrorItem | Item {
  const at = line === undefined ? undefined : sourcePlaceOf(lines, line, column)
  if (at === undefined)
    return notice('The sandbox couldn’t start this cell. Run it again, or reload the page.')
  const [, name = 'SyntaxError', message = text] = /^(?:Uncaught )?(\w*Error): (.*)$/s.exec(text) ?? []
  return { type: 'error', name, message, at }
}
