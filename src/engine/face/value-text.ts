import type { Json } from '../core/types.ts'
import { Table } from '../core/table.ts'

const longest = 64

/** A value in a few words: `no nuts`, `key: row 3, full: true`, `3 entries`. */
export function brief(value: unknown, depth = 0): string {
  return cutOff(textOf(value, depth), longest)
}

function textOf(value: unknown, depth: number): string {
  if (value === undefined) return ''
  if (value === null) return 'nothing'
  if (typeof value === 'string') return value === '' ? '(empty)' : value
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object') return String(value)
  if (value instanceof Table || value instanceof Map || value instanceof Set)
    return entriesText(value.size, 'entry', 'entries')
  if (ArrayBuffer.isView(value)) return entriesText(value.byteLength, 'byte', 'bytes')
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none'
    return depth > 0 || value.length > 6
      ? entriesText(value.length, 'item', 'items')
      : value.map((item) => textOf(item, depth + 1)).join(', ')
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  if (depth > 1) return entriesText(fields.length, 'field', 'fields')
  const text = fields.map(([name, field]) => `${name}: ${textOf(field, depth + 1)}`).join(', ')
  return depth === 0 ? text : `{${text}}`
}

/** A count with its noun: "1 cell", "3 cells". */
export function entriesText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A text of at most so many characters; one that was longer ends with "…". */
export function cutOff(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** What a message carries, spread over lines; tables as lists, long ones cut off. */
export function spread(value: unknown): string {
  const lines: string[] = []
  write(lines, '', value, '')
  const shown = lines.slice(0, 24).map((line) => cutOff(line, 120))
  return lines.length > 24 ? [...shown, `… ${lines.length - 24} lines more`].join('\n') : shown.join('\n')
}

function write(lines: string[], name: string, value: unknown, indent: string): void {
  const head = name === '' ? indent : `${indent}${name}: `
  const entries = entriesOf(value)
  if (entries === undefined || indent.length > 8) {
    lines.push(head + textOf(value, 1))
    return
  }
  if (name !== '') lines.push(`${indent}${name}:${entries.length === 0 ? ' none' : ''}`)
  const deeper = name === '' ? indent : `${indent}  `
  for (const [key, entry] of entries.slice(0, 40)) write(lines, key, entry, deeper)
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  if (value instanceof Table || value instanceof Map)
    return [...value].map(([key, entry]) => [String(key), entry])
  if (value instanceof Set) return [...value].map((entry, index) => [String(index), entry])
  return Object.entries(value).filter(([, entry]) => entry !== undefined)
}

/** "B", "B and C", "B, C and D". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Whether the value is an object with named fields, and no list. */
export function isRecord(value: unknown): value is { readonly [name: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
