import type { ErrorItem, Item, Place, Value } from './items.ts'
import { limits } from './limits.ts'
import { plainError } from './plain-errors.ts'
import { readJson, readTexts, readList, record, isText, isCount } from './read-fields.ts'

/** The most values in one item: as many as its arguments may hold, all together. */
const mostNodes = limits.arguments * (limits.nodes + limits.entries)

/** An item, read the same way. */
export function readItem(input: unknown): Item | undefined {
  const fields = record(input)
  switch (fields?.['type']) {
    case 'text': {
      const { level, left, depth } = fields
      const budget = { nodes: mostNodes }
      const parts = readList(fields['parts'], limits.arguments, (part) => readValue(part, budget, 0))
      if (parts === undefined || (level !== 'log' && level !== 'warn' && level !== 'error')) return undefined
      const more = {
        ...(isCount(left) && left > 0 && { left }),
        ...(isCount(depth) && depth > 0 && { depth: Math.min(depth, limits.depth) }),
      }
      return { type: 'text', level, parts, ...more }
    }
    case 'table': {
      const columns = readTexts(fields['columns'])
      const rows = readList(fields['rows'], limits.tableRows, readTexts)
      const { left, leftColumns } = fields
      if (columns === undefined || rows === undefined || !isCount(left)) return undefined
      const more = isCount(leftColumns) && leftColumns > 0 ? { leftColumns } : {}
      return { type: 'table', columns, rows, left, ...more }
    }
    case 'picture': {
      const { kind } = fields
      const data = readJson(fields['data'], { nodes: limits.pictureNodes }, 0)
      if (!isText(kind, 40) || data === undefined) return undefined
      return { type: 'picture', kind, data }
    }
    case 'error': {
      const { name, message, hint } = fields
      const inner = readList(fields['inner'] ?? [], limits.innerErrors, (one) =>
        isText(one, limits.stringCharacters) ? one : undefined,
      )
      const at = readPlace(fields['at'])
      if (!isText(name, 60) || !isText(message, limits.stringCharacters)) return undefined
      if (inner === undefined) return undefined
      const more = { ...(isText(hint, 400) && { hint }), ...(inner.length > 0 && { inner }) }
      return plainError<ErrorItem>({ type: 'error', name, message, ...(at && { at }), ...more })
    }
    case 'notice':
      return isText(fields['text'], 400) ? { type: 'notice', text: fields['text'] } : undefined
    default:
      return undefined
  }
}

function readValue(input: unknown, budget: { nodes: number }, depth: number): Value | undefined {
  const fields = record(input)
  if (fields === undefined || budget.nodes-- <= 0 || depth > limits.depth + 1) return undefined
  const { kind, name, left } = fields
  switch (kind) {
    case 'string':
      if (!isText(fields['text'], limits.stringCharacters) || !isCount(left)) return undefined
      return { kind, text: fields['text'], left }
    case 'plain':
      return isText(fields['text'], limits.stringCharacters + 100)
        ? { kind, text: fields['text'] }
        : undefined
    case 'bytes': {
      const { hex, length } = fields
      return isText(hex, 2 * limits.bytes) && isCount(length) ? { kind, hex, length } : undefined
    }
    case 'list': {
      const items = readList(fields['items'], limits.entries, (item) => readValue(item, budget, depth + 1))
      return items && isText(name, 60) && isCount(left) ? { kind, name, items, left } : undefined
    }
    case 'record': {
      const entries = readList(fields['entries'], limits.entries, (entry): [string, Value] | undefined => {
        if (!Array.isArray(entry) || !isText(entry[0], 2 * limits.bytes)) return undefined
        const value = readValue(entry[1], budget, depth + 1)
        return value && [entry[0], value]
      })
      return entries && isText(name, 60) && isCount(left) ? { kind, name, entries, left } : undefined
    }
    default:
      return undefined
  }
}

function readPlace(input: unknown): Place | undefined {
  const fields = record(input)
  if (fields === undefined) return undefined
  const { cell, line, column } = fields
  if (!isText(cell, 100) || !isCount(line)) return undefined
  return { cell, line, ...(isCount(column) && { column }) }
}
