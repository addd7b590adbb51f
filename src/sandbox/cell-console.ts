import { describe } from './describe.ts'
import { inline } from './format.ts'
import type { Value } from './items.ts'
import { limits } from './limits.ts'
import { filledIn } from './format-parts.ts'
import { emit } from './sink.ts'
import { tableOf } from './console-table.ts'

/** How many groups are open, what is counted, and when each timer began: a run has a world of its own. */
let depth = 0
const counts = new Map<string, number>()
const begun = new Map<string, number>()
const now = Date.now

/** The `console` of a cell: each call is one item. */
export const cellConsole = {
  log: (...parts: unknown[]) => emitText('log', parts),
  info: (...parts: unknown[]) => emitText('log', parts),
  debug: (...parts: unknown[]) => emitText('log', parts),
  dir: (value: unknown) => emitParts('log', [describe(value)]),
  dirxml: (...parts: unknown[]) => emitText('log', parts),
  warn: (...parts: unknown[]) => emitText('warn', parts),
  error: (...parts: unknown[]) => emitText('error', parts),
  /** Speaks only of what isn't so. */
  assert(condition?: unknown, ...parts: unknown[]) {
    if (!condition) emitText('error', begunWith('Assertion failed', parts))
  },
  trace: (...parts: unknown[]) => emitText('log', [...begunWith('Trace', parts), ...(callers() ?? [])]),
  table: (rows: unknown) => emitTable(describe(rows)),
  group(...parts: unknown[]) {
    if (parts.length > 0) emitText('log', parts)
    depth++
  },
  groupCollapsed: (...parts: unknown[]) => cellConsole.group(...parts),
  groupEnd() {
    if (depth > 0) depth--
  },
  count(label: unknown = 'default') {
    const name = String(label)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    emitText('log', [`${name}: ${count}`])
  },
  countReset: (label: unknown = 'default') => void counts.delete(String(label)),
  time: (label: unknown = 'default') => void begun.set(String(label), now()),
  timeLog: (label: unknown = 'default', ...parts: unknown[]) => emitTime(String(label), parts),
  timeEnd(label: unknown = 'default') {
    emitTime(String(label), [])
    begun.delete(String(label))
  },
  timeStamp: () => undefined,
  clear: () => emitNotice('console.clear clears nothing here.'),
}

/** What is no table is shown as a value. */
function emitTable(rows: Value): void {
  const table = tableOf(rows)
  if (table === undefined) emitParts('log', [rows])
  else emit(table)
}

function emitNotice(text: string): void {
  emit({ type: 'notice', text })
}

/** A first part that is a format stays one. */
function begunWith(word: string, [first, ...rest]: readonly unknown[]): readonly unknown[] {
  return [
    first === undefined ? word : `${word}: ${typeof first === 'string' ? first : inline(describe(first))}`,
    ...rest,
  ]
}

/** Measured on the reader's machine at this moment, and said so: no two runs give the same. */
function emitTime(label: string, parts: readonly unknown[]): void {
  const start = begun.get(label)
  if (start === undefined)
    return emitText('warn', [`console.time(${JSON.stringify(label)}) hasn’t been called.`])
  emitText('log', [`${label}: ${now() - start} ms (measured here, now)`, ...parts])
}

/** The lines that led here, without those of the sandbox. */
function callers(): readonly string[] | undefined {
  const stack = new Error().stack?.split('\n').slice(3, 13)
  const names = stack?.flatMap((frame) => /^\s*at (?:async )?([\w$.<> ]+) \(/.exec(frame)?.[1] ?? [])
  return names === undefined || names.length === 0 ? undefined : [`(called by ${names.join(', ')})`]
}

type Level = 'log' | 'warn' | 'error'

/** What console.log takes: a text with %s and its kin is filled from the arguments that follow it. */
function emitText(level: Level, parts: readonly unknown[]): void {
  const [filled, used] = filledIn(parts)
  const described: Value[] = filled === undefined ? [] : [describe(filled)]
  let index = used
  for (; index < parts.length && described.length < limits.arguments; index++) {
    described[described.length] = describe(parts[index])
  }
  emitParts(level, described, parts.length - index)
}

function emitParts(level: Level, parts: readonly Value[], left = 0): void {
  const more = { ...(left > 0 && { left }), ...(depth > 0 && { depth: Math.min(depth, limits.depth) }) }
  emit({ type: 'text', level, parts, ...more })
}
