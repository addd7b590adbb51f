import { type FaceMessage, present, type StateLine } from '../face/face.ts'
import { brief, entriesText, isRecord } from '../face/value-text.ts'
import type { Table } from '../core/table.ts'
import type { Kept } from './object-store.ts'
import './object-store.ts'

present('object-store', {
  title: 'object store, after S3',
  messages: {
    versions: 'which version do you have?',
    store: 'keep this object',
    names: 'which objects do you have?',
  },
  marks: {
    'put back before answering': 'the nodes differ, so the newest version is put back first',
    'put without a majority': 'no majority has the object yet, so it is put again',
  },
  messageText,
  stateLines: () => (_, state) =>
    linesOf(state.disk as { readonly objects: Table<string, Kept> } | undefined),
  help: {
    operations: {
      write: 'Put: the object is stored whole, and acknowledged when a majority has it on disk.',
      read: 'Get: a majority is asked, and the newest version is the answer.',
      delete: 'Delete: a put that says the object is gone.',
      list: 'List: the names of the objects that are there.',
    },
  },
})

function messageText({ name, isReply, args }: FaceMessage): string | undefined {
  if (name === 'versions') return isReply ? keptText(args) : brief(args)
  if (name === 'store' && !isReply && isRecord(args))
    return `${String(args['key'])} = ${keptText(args['kept'])}`
  if (name === 'names' && !isReply) return ''
  return undefined
}

function keptText(kept: unknown): string {
  if (!isRecord(kept)) return 'none'
  const [count, node] = kept['version'] as unknown as Kept['version']
  const value = kept['value'] === undefined ? 'deleted' : brief(kept['value'])
  return `${value} (version ${count}, by ${node})`
}

function linesOf(disk: { readonly objects: Table<string, Kept> } | undefined): readonly StateLine[] {
  const objects = [...(disk?.objects ?? [])]
  if (objects.length > 6)
    return [
      {
        id: 'objects',
        label: 'objects',
        value: entriesText(objects.length, 'object', 'objects'),
        kind: 'plain',
      },
    ]
  return objects.map(([key, { value, version }]) => ({
    id: `key ${key}`,
    label: key,
    value: value === undefined ? 'deleted' : brief(value),
    kind: value === undefined ? 'deleted' : 'value',
    detail: `version ${version[0]}, by ${version[1]}`,
  }))
}
