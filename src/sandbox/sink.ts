import { describe } from './describe.ts'
import { inline } from './format.ts'
import type { Item, Progress, Published, Value } from './items.ts'
import { limits } from './limits.ts'
import { pictureData } from './measure.ts'

/** Where what a cell shows goes: set once by the prelude, before any cell runs. */
export interface Sink {
  item(item: Item): void
  value(name: string, value: Published): void
  /** How far something long has come; nowhere, where nobody waits for it. */
  progress?(progress: Progress): void
  /** An error that doesn't end the cell: what a program did wrong inside a run. */
  error(error: unknown): void
}

const nowhere = () => {
  throw new Error('this cell runs outside the sandbox')
}

let sink: Sink = { item: nowhere, value: nowhere, error: nowhere }

/** Sends all output there from now on. */
export function setSink(next: Sink): void {
  sink = next
}

/** Hands one item on. What a picture is made of becomes plain data first, since a cell may have made it of anything. */
export function emit(item: Item): void {
  if (item.type !== 'picture') return sink.item(item)
  const data = pictureData(item.data)
  sink.item(data === undefined ? tooMuchToDraw : { ...item, data })
}

const tooMuchToDraw: Item = {
  type: 'notice',
  text: 'This is more than a page can draw. Show less.',
}

/** Hands on a value for the prose. */
export function publish(name: string, value: Published): void {
  sink.value(name, value)
}

/** Shows an error at its line and goes on. */
export function reportError(error: unknown): void {
  sink.error(error)
}

/** Tells how far something long has come. */
export function tellProgress(progress: Progress): void {
  sink.progress?.(progress)
}

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
  table: (rows: unknown) => emitTable(rows),
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

/** The text that a format makes of its arguments, and how many it took; undefined where there is none. */
function filledIn(parts: readonly unknown[]): readonly [text: string | undefined, used: number] {
  const [format] = parts
  if (typeof format !== 'string' || parts.length < 2 || !/%[sdifjoOc%]/.test(format)) return [undefined, 0]
  let used = 1
  const text = format.replace(/%([sdifjoOc%])/g, (sign, letter: string) => {
    if (letter === '%') return '%'
    if (used >= parts.length) return sign
    return formatted(letter, parts[used++])
  })
  return [text, used]
}

function formatted(letter: string, value: unknown): string {
  switch (letter) {
    case 's':
      return typeof value === 'string' ? value : inline(describe(value))
    case 'd':
    case 'i':
    case 'f': {
      if (typeof value === 'bigint') return inline(describe(value))
      const isText = typeof value === 'string' || typeof value === 'number'
      const number = isText ? Number.parseFloat(`${value}`) : NaN
      // As the standard of consoles has it: %d and %i are whole numbers.
      return String(letter === 'f' ? number : Math.trunc(number))
    }
    // A colour is the page's own matter.
    case 'c':
      return ''
    default:
      return inline(describe(value))
  }
}

/** A list of records becomes a table with a column for each key; anything else is shown as a value. */
function emitTable(input: unknown): void {
  const whole = describe(input)
  if (whole.kind !== 'list' && whole.kind !== 'record') return emitParts('log', [whole])
  const named: [string, Value][] =
    whole.kind === 'list'
      ? whole.items.map((item, index): [string, Value] => [String(index), item])
      : whole.entries.map(([key, item]): [string, Value] => [key, item])
  const all = new Set(named.flatMap(([, item]) => keysOf(item)))
  const columns = [...all].slice(0, limits.tableColumns)
  // A list's numbers say nothing; a record's keys do.
  const isNamed = whole.kind === 'record'
  const rows = named.slice(0, limits.tableRows).map(([name, item]) => {
    const cells = columns.map((column) => cellText(item, column))
    return isNamed ? [name, ...cells] : cells
  })
  emit({
    type: 'table',
    columns: isNamed ? ['', ...columns] : columns,
    rows,
    left: whole.left + named.length - rows.length,
    ...(all.size > columns.length && { leftColumns: all.size - columns.length }),
  })
}

const onlyColumn = 'value'

function keysOf(item: Value): readonly string[] {
  if (item.kind === 'record') return item.entries.map(([key]) => key)
  return item.kind === 'list' ? item.items.map((_, index) => String(index)) : [onlyColumn]
}

function cellText(item: Value, column: string): string {
  if (item.kind === 'record') {
    const entry = item.entries.find(([key]) => key === column)
    return entry === undefined ? '' : shortText(entry[1])
  }
  if (item.kind === 'list') {
    const held = item.items[Number(column)]
    return held === undefined ? '' : shortText(held)
  }
  return column === onlyColumn ? shortText(item) : ''
}

function shortText(value: Value): string {
  return value.kind === 'string' ? value.text.slice(0, 200) : inline(value, 200)
}
