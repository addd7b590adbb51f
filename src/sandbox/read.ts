import type {
  ErrorItem,
  Item,
  Json,
  Place,
  Progress,
  Published,
  Seen,
  SeenName,
  SeenWait,
  Value,
  Wait,
  WorkerMessage,
} from './items.ts'
import { limits } from './limits.ts'
import { plainError } from './plain-errors.ts'

/** What can arrive from a run: the worker's own words, or the frame's about it. */
export type RunMessage =
  | WorkerMessage
  | { readonly type: 'broken'; readonly text: string; readonly line?: number; readonly column?: number }
  | { readonly type: 'flooded' }
  | { readonly type: 'unreadable' }

type Fields = Readonly<Record<string, unknown>>

/** The most values in one item: as many as its arguments may hold, all together. */
const mostNodes = limits.arguments * (limits.nodes + limits.entries)

/**
 * A message of a run, read field by field into fresh objects: a worker is the learner's (or another person's) code and
 * may send anything. Undefined when it isn't a message we know, or larger than one of ours can be.
 */
export function readMessage(input: unknown): RunMessage | undefined {
  const fields = record(input)
  switch (fields?.['type']) {
    case 'started':
    case 'done':
    case 'failed':
    case 'flooded':
    case 'unreadable':
      return { type: fields['type'] }
    case 'item': {
      const item = readItem(fields['item'])
      return item === undefined ? undefined : { type: 'item', item }
    }
    case 'seen': {
      const seen = readSeen(fields['seen'])
      return seen === undefined ? undefined : { type: 'seen', seen }
    }
    case 'progress': {
      const progress = readProgress(fields['progress'])
      return progress === undefined ? undefined : { type: 'progress', progress }
    }
    case 'value': {
      const { name, value } = fields
      if (!isText(name, 200) || !isPublished(value)) return undefined
      return { type: 'value', name, value }
    }
    case 'broken': {
      const { text, line, column } = fields
      const place = { ...(isCount(line) && { line }), ...(isCount(column) && { column }) }
      return { type: 'broken', text: isText(text, 2000) ? text : '', ...place }
    }
    default:
      return undefined
  }
}

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

function readProgress(input: unknown): Progress | undefined {
  const { of, done, all } = record(input) ?? {}
  const kind = (['seeds', 'plans', 'moments', 'entries'] as const).find((one) => one === of)
  if (kind === undefined || !isCount(done)) return undefined
  return { of: kind, done, ...(isCount(all) && { all }) }
}

function readSeen(input: unknown): Seen | undefined {
  const fields = record(input)
  const names = readList(fields?.['names'], limits.seenNames, readSeenName)
  const waits = readList(fields?.['waits'], limits.waitSites, readSeenWait)
  return names && waits && { names, waits }
}

function readSeenName(input: unknown): SeenName | undefined {
  const { cell, line, name, times, text } = record(input) ?? {}
  if (!isText(cell, 100) || !isCount(line) || !isText(name, 200) || !isCount(times)) return undefined
  return isText(text, limits.seenCharacters) ? { cell, line, name, times, text } : undefined
}

function readSeenWait(input: unknown): SeenWait | undefined {
  const { cell, line, times, totalMs, all: list } = record(input) ?? {}
  if (!isText(cell, 100) || !isCount(line) || !isCount(times) || !isCount(totalMs)) return undefined
  const all = readList(list, limits.waits, readWait)
  return all && { cell, line, times, totalMs, all }
}

function readWait(input: unknown): Wait | undefined {
  const { run, fromMs, toMs, node, kind, on: list } = record(input) ?? {}
  if (!isCount(run) || !isCount(fromMs) || !isCount(toMs)) return undefined
  if (!isText(node, 200) || !isText(kind, 20)) return undefined
  const on = readList(list, 20, (name) => (isText(name, 200) ? name : undefined))
  return on && { run, fromMs, toMs, node, kind, on }
}

function readPlace(input: unknown): Place | undefined {
  const fields = record(input)
  if (fields === undefined) return undefined
  const { cell, line, column } = fields
  if (!isText(cell, 100) || !isCount(line)) return undefined
  return { cell, line, ...(isCount(column) && { column }) }
}

function readJson(input: unknown, budget: { nodes: number }, depth: number): Json | undefined {
  if (budget.nodes-- <= 0 || depth > 150) return undefined
  if (input === null || typeof input === 'boolean' || typeof input === 'number') return input
  if (typeof input === 'string') return input.length <= limits.characters ? input : undefined
  if (Array.isArray(input))
    return readList(input, limits.pictureNodes, (entry) => readJson(entry, budget, depth + 1))
  const fields = record(input)
  if (fields === undefined) return undefined
  const read: [string, Json][] = []
  for (const [key, held] of Object.entries(fields)) {
    if (held === undefined) continue
    const value = readJson(held, budget, depth + 1)
    if (value === undefined) return undefined
    read.push([key, value])
  }
  // fromEntries defines own properties: a key named __proto__ is a key and nothing more.
  return Object.fromEntries(read)
}

function readTexts(input: unknown): readonly string[] | undefined {
  return readList(input, limits.tableColumns + 1, (text) => (isText(text, 400) ? text : undefined))
}

function readList<T>(input: unknown, most: number, read: (entry: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(input) || input.length > most) return undefined
  const list: T[] = []
  for (const entry of input as unknown[]) {
    const value = read(entry)
    if (value === undefined) return undefined
    list.push(value)
  }
  return list
}

function record(input: unknown): Fields | undefined {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Fields) : undefined
}

function isText(input: unknown, most: number): input is string {
  return typeof input === 'string' && input.length <= most
}

function isCount(input: unknown): input is number {
  return typeof input === 'number' && Number.isFinite(input) && input >= 0
}

function isPublished(input: unknown): input is Published {
  return typeof input === 'number' || typeof input === 'boolean' || isText(input, limits.stringCharacters)
}
