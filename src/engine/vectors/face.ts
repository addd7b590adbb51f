import { type FaceMessage, present, type StateLine } from '../face/face.ts'
import { entriesText, isRecord } from '../face/value-text.ts'
import type { Hit } from './space.ts'
import type { VectorNode } from './state.ts'
import './system.ts'

present('vectors', {
  title: 'vector index',
  messages: { store: 'keep this row' },
  marks: { indexed: 'the index has the row now' },
  messageText,
  stateLines:
    () =>
    (_, { memory, disk }) =>
      indexLines(memory as VectorNode['memory'] | undefined, disk as VectorNode['disk'] | undefined),
  help: {
    operations: {
      write: 'Write: the row is stored at once, and the index has it a little later.',
      read: 'Read: the row by its key, whether the index has it or not.',
      delete: 'Delete: the row is marked, and the index leaves it out of answers.',
      search: 'Search: the nearest rows that the index finds, nearest first.',
      lost: 'Lost: the rows that the index holds and no search finds.',
      repair: 'Repair: lost rows are put into the index again.',
    },
  },
})

function messageText({ name, isReply, args }: FaceMessage): string | undefined {
  if (!isRecord(args) || 'error' in args) return undefined
  if (name === 'search' && isReply && Array.isArray(args['found'])) return foundText(args)
  if ((name === 'search' || name === 'write') && !isReply) {
    const what = args['text'] ?? args['value']
    const named = name === 'write' ? `${String(args['key'])} = ` : ''
    return `${named}${what === undefined ? 'a vector' : String(what)}`
  }
  if (name === 'store') return String(args['key'])
  return undefined
}

/** `row 3, row 7: 12 rows compared`. */
export function foundText({ found, compared }: { readonly [name: string]: unknown }): string {
  const keys = (found as readonly (Hit & { readonly key: string })[]).map(({ key }) => key)
  return `${keys.length === 0 ? 'nothing' : keys.join(', ')}: ${entriesText(Number(compared), 'row', 'rows')} compared`
}

/** How many rows are stored, and how many of them the index has. */
export function indexLines(
  memory: VectorNode['memory'] | undefined,
  disk: VectorNode['disk'] | undefined,
): readonly StateLine[] {
  const rows = [...(disk?.rows ?? [])].filter(([, row]) => row.deleted !== true)
  const indexed = rows.filter(([key]) => memory?.keys.includes(key) === true)
  return [
    { id: 'stored', label: 'stored', value: entriesText(rows.length, 'row', 'rows'), kind: 'value' },
    {
      id: 'indexed',
      label: 'in the index',
      value: entriesText(indexed.length, 'row', 'rows'),
      kind: 'value',
    },
  ]
}
