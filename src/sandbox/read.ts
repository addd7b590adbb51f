import type { Progress, Published, WorkerMessage } from './items.ts'
import { limits } from './limits.ts'
import { record, isText, isCount } from './read-fields.ts'
import { readSeen } from './read-seen.ts'
import { readItem } from './read-item.ts'

/** What can arrive from a run: the worker's own words, or the frame's about it. */
export type RunMessage =
  | WorkerMessage
  | { readonly type: 'broken'; readonly text: string; readonly line?: number; readonly column?: number }
  | { readonly type: 'flooded' }
  | { readonly type: 'unreadable' }

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

function readProgress(input: unknown): Progress | undefined {
  const { of, done, all } = record(input) ?? {}
  const kind = (['seeds', 'plans', 'moments', 'entries'] as const).find((one) => one === of)
  if (kind === undefined || !isCount(done)) return undefined
  return { of: kind, done, ...(isCount(all) && { all }) }
}

function isPublished(input: unknown): input is Published {
  return typeof input === 'number' || typeof input === 'boolean' || isText(input, limits.stringCharacters)
}
