import type { Json } from './items.ts'

const deepest = 6
const longest = 60

/**
 * A program's state or message as plain data: tables and maps as objects by their keys, bytes and functions by a word,
 * what is deep or long cut off. Made for the page, which can't have the objects themselves.
 */
export function plainValue(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value !== 'object') return typeof value === 'function' ? 'a function' : String(value)
  if (depth === deepest) return '…'
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`
  if (Array.isArray(value)) return value.slice(0, longest).map((item) => plainValue(item, depth + 1))
  if (value instanceof Set) return [...value].slice(0, longest).map((item) => plainValue(item, depth + 1))
  const entries =
    Symbol.iterator in value ? [...(value as Iterable<[unknown, unknown]>)] : Object.entries(value)
  return Object.fromEntries(
    entries
      .slice(0, longest)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => [String(name), plainValue(field, depth + 1)]),
  )
}
