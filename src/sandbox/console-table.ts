import { inline } from './format.ts'
import type { Item, Value } from './items.ts'
import { limits } from './limits.ts'

/** A list of records as a table with a column for each key; undefined for what has no entries. */
export function tableOf(whole: Value): Item | undefined {
  if (whole.kind !== 'list' && whole.kind !== 'record') return undefined
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
  return {
    type: 'table',
    columns: isNamed ? ['', ...columns] : columns,
    rows,
    left: whole.left + named.length - rows.length,
    ...(all.size > columns.length && { leftColumns: all.size - columns.length }),
  }
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
