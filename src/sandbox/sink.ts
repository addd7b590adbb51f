import { describe } from './describe.ts'
import { inline } from './format.ts'
import type { Item, Published, Value } from './items.ts'
import { limits } from './limits.ts'

/** Where what a cell shows goes: set once by the prelude, before any cell runs. */
export interface Sink {
  item(item: Item): void
  value(name: string, value: Published): void
  /** An error that does not end the cell: what a program did wrong inside a run. */
  error(error: unknown): void
}

const nowhere = () => {
  throw new Error('nothing takes the output of this cell: it runs outside the sandbox')
}

let sink: Sink = { item: nowhere, value: nowhere, error: nowhere }

/** Sends all output there from now on. */
export function setSink(next: Sink): void {
  sink = next
}

/** Hands one item on. */
export function emit(item: Item): void {
  sink.item(item)
}

/** Hands on a value for the prose. */
export function publish(name: string, value: Published): void {
  sink.value(name, value)
}

/** Shows an error at its line and goes on. */
export function reportError(error: unknown): void {
  sink.error(error)
}

/** The `console` of a cell: each call is one item. */
export const cellConsole = {
  log: (...parts: unknown[]) => emitText('log', parts),
  info: (...parts: unknown[]) => emitText('log', parts),
  debug: (...parts: unknown[]) => emitText('log', parts),
  dir: (...parts: unknown[]) => emitText('log', parts),
  warn: (...parts: unknown[]) => emitText('warn', parts),
  error: (...parts: unknown[]) => emitText('error', parts),
  table: (rows: unknown) => emitTable(rows),
}

function emitText(level: 'log' | 'warn' | 'error', parts: readonly unknown[]): void {
  const described: Value[] = []
  for (let index = 0; index < parts.length && index < limits.tableColumns; index++) {
    described[index] = describe(parts[index])
  }
  emit({ type: 'text', level, parts: described })
}

/** A list of records becomes a table with a column for each key; anything else is shown as a value. */
function emitTable(input: unknown): void {
  const whole = describe(input)
  if (whole.kind !== 'list' && whole.kind !== 'record')
    return emit({ type: 'text', level: 'log', parts: [whole] })
  const named: [string, Value][] =
    whole.kind === 'list'
      ? whole.items.map((item, index): [string, Value] => [String(index), item])
      : whole.entries.map(([key, item]): [string, Value] => [key, item])
  const columns: string[] = []
  for (const [, item] of named) {
    for (const key of keysOf(item)) {
      if (!columns.includes(key) && columns.length < limits.tableColumns) columns.push(key)
    }
  }
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
