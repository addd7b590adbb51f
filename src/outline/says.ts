import type { Cell } from '#engine/cell/cell.ts'
import { cellKind } from '#engine/cell/cell.ts'
import type { Json } from '#engine/core/types.ts'
import type { Partition } from '#engine/ring/partition.ts'
import { brief, cutOff, entriesText } from './brief.ts'

/** What a message of that name carries, in a few words. Known shapes are said as a person would; others as they are. */
export function says(name: string, args: unknown): string {
  if (isPartition(args)) return partitionText(args)
  if (Array.isArray(args) && args.length > 0 && args.every(isPartition))
    return args.length === 1 ? partitionText(args[0]!) : entriesText(args.length, 'partition', 'partitions')
  if (!isRecord(args)) return brief(args)
  if ('beats' in args && 'members' in args)
    return `heartbeats of ${Object.keys(args['beats'] as object).join(', ')}`
  if ('positions' in args) return 'how far each has come'
  if ('dryRun' in args) return `term ${String(args['term'])}${args['dryRun'] === true ? ', a trial' : ''}`
  if ('aye' in args) return args['aye'] === true ? 'yes' : `no: ${brief(args['reason'])}`
  if (Array.isArray(args['entries']) && 'found' in args) return batchText(args['entries'])
  if (name.endsWith(' reply')) return answerText(args)
  if (name === 'read replica')
    return `${String(args['key'])}, ${args['full'] === true ? 'the data' : 'only a hash of it'}`
  if (typeof args['key'] === 'string') return askedText(args)
  if ('ranges' in args && Array.isArray(args['ranges']))
    return `${entriesText(args['ranges'].length, 'range', 'ranges')} that ${args['ranges'].length === 1 ? 'differs' : 'differ'}`
  if ('left' in args && 'right' in args) return 'one range'
  return brief(args)
}

/** Entries of an oplog: `row 3 = no nuts`, `4 entries`. */
function batchText(entries: readonly unknown[]): string {
  const [only] = entries
  if (entries.length !== 1 || !isRecord(only)) return entriesText(entries.length, 'entry', 'entries')
  const { op, key, value } = only
  return op === 'set' ? `${String(key)} = ${brief(value)}` : `${String(op)} ${String(key)}`
}

/** What a client asks, without its name: `row 3 = no nuts at QUORUM`. */
export function askedText(args: { readonly [name: string]: unknown }): string {
  const { key, value, columns, level, ttl } = args
  const what =
    value === undefined ? (columns === undefined ? '' : ` = ${brief(columns)}`) : ` = ${brief(value)}`
  const life = ttl === undefined ? '' : `, for ${String(ttl)} s`
  return cutOff(`${String(key)}${what}${level === undefined ? '' : ` at ${String(level)}`}${life}`, 64)
}

/** An answer: `ok`, `no nuts`, `nothing there`, `refused: unavailable, 2 needed and 1 up`. */
export function answerText(answer: unknown): string {
  if (!isRecord(answer)) return answer === undefined ? '' : brief(answer)
  if ('error' in answer) return refusalText(answer)
  if ('value' in answer) {
    const { value } = answer
    if (isRecord(value) && 'partitions' in value && 'trees' in value)
      return `${entriesText(Number(value['partitions']), 'partition', 'partitions')} sent, in ${entriesText(Number(value['differingRanges']), 'range that differed', 'ranges that differed')}`
    return value === null ? 'nothing there' : brief(value)
  }
  if (answer['ok'] === true && Object.keys(answer).length === 1) return 'ok'
  if ('tree' in answer && 'bytes' in answer) return 'its tree'
  if ('digest' in answer) {
    if (isPartition(answer['partition'])) return partitionText(answer['partition'])
    return answer['digest'] === '' ? 'nothing there' : `hash ${String(answer['digest']).slice(0, 6)}`
  }
  return brief(answer)
}

function refusalText({
  error,
  required,
  alive,
  received,
  why,
}: {
  readonly [name: string]: unknown
}): string {
  const needed = required === undefined ? '' : `, ${String(required)} needed`
  const there =
    alive === undefined
      ? received === undefined
        ? ''
        : ` and ${String(received)} answered`
      : ` and ${String(alive)} up`
  const reason = typeof why === 'string' ? `: ${why}` : ''
  return cutOff(`${String(error)}${needed}${there}${reason}`, 90)
}

/** `row 3 = no nuts`, `row 3 deleted`. */
export function partitionText({ key, cells, deletion }: Partition): string {
  const columns = Object.entries(cells)
  if (columns.length === 0) return `${key} ${deletion === undefined ? 'empty' : 'deleted'}`
  const [only] = columns
  const text =
    columns.length === 1 && only![0] === 'value'
      ? cellText(only![1])
      : columns.map(([name, cell]) => `${name} ${cellText(cell)}`).join(', ')
  return cutOff(text === 'deleted' ? `${key} deleted` : `${key} = ${text}`, 64)
}

export function cellText(cell: Cell): string {
  return cellKind(cell) === 'tombstone' ? 'deleted' : cutOff(unmarked(String(cell.value)), 40)
}

/** What is no text is stored as JSON behind a mark. */
function unmarked(value: string): string {
  return value.startsWith('\u0000') ? value.slice(1) : value
}

export function isPartition(value: unknown): value is Partition {
  return isRecord(value) && typeof value['key'] === 'string' && isRecord(value['cells'])
}

export function isRecord(value: unknown): value is { readonly [name: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
