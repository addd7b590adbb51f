import { type Cell, cellKind } from '../cell/cell.ts'
import { cutOff, isRecord } from '../face/value-text.ts'
import type { Partition } from './partition.ts'

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

/** A cell as a reader is told of it: its value, cut off at 40 characters, or "deleted". */
export function cellText(cell: Cell): string {
  return cellKind(cell) === 'tombstone' ? 'deleted' : cutOff(unmarked(String(cell.value)), 40)
}

/** A value that isn't text is stored as JSON behind a mark. */
function unmarked(value: string): string {
  return value.startsWith('\u0000') ? value.slice(1) : value
}

/** Whether a value that a message carries is a partition. */
export function isPartition(value: unknown): value is Partition {
  return isRecord(value) && typeof value['key'] === 'string' && isRecord(value['cells'])
}
