import { type Face, faceOf, type FaceMessage, present, type StateLine } from '../face/face.ts'
import { brief, entriesText, isRecord } from '../face/value-text.ts'
import type { NodeId } from '../core/types.ts'
import '../batch/face.ts'
import '../log/face.ts'
import '../object-store/face.ts'
import '../replica-set/face.ts'
import '../ring/face.ts'
import { foundText, indexLines } from '../vectors/face.ts'
import type { VectorNode } from '../vectors/state.ts'
import './assistant.ts'
import { boxes } from './boxes.ts'

/** The system whose face each part's nodes have. */
const parts: readonly (readonly [readonly NodeId[], string])[] = [
  [boxes.chat, 'replica-set'],
  [boxes.usage, 'ring'],
  [boxes.log, 'log'],
  [boxes.objects, 'object-store'],
]

const partNames = ['replica-set', 'ring', 'log', 'object-store', 'vectors']

present('assistant', {
  title: 'AI application of twelve nodes',
  background: (message) =>
    ['committed', 'commit'].includes(message.name) ||
    (message.name === 'fetch' && isNoNews(message)) ||
    partNames.some((name) => faceOf(name).background?.(message) === true),
  messages: {
    ...merged('messages'),
    held: 'do you hold this row?',
    committed: 'how far have I read?',
  },
  marks: merged('marks'),
  messageText,
  stateLines(plan) {
    const lines = parts.map(([nodes, name]) => {
      const own = {
        ...plan,
        system: name,
        options: {},
        nodes: plan.nodes.filter(({ id }) => nodes.includes(id)),
      }
      return [nodes, faceOf(name).stateLines!(own)] as const
    })
    return (node, state, at) => {
      if (node === 'index')
        return indexLines(state.memory as VectorNode['memory'], state.disk as VectorNode['disk'])
      if (node === 'api') return apiLines(state.memory)
      return lines.find(([nodes]) => nodes.includes(node))?.[1](node, state, at) ?? []
    }
  },
  help: {
    operations: {
      say: 'Say: a guest’s message goes to the chat store, and as events to the usage store and the log.',
      ask: 'Ask: the assistant looks for what the table said, and answers from what it found.',
      find: 'Find: a message by its name, from where the assistant reads.',
      follow: 'Follow: one message is looked for by its name in every place where it could have been lost.',
      usage: 'Usage: how many events the API has stored, and how many it lost.',
      list: 'List: the objects that are there; asked of the object store.',
      write: 'Write: table 1 says something.',
      read: 'Read: a message by its name.',
      delete: 'Delete: refused, because guests can’t take back what they said.',
    },
  },
})

function merged(what: 'messages' | 'marks'): Face['marks'] & object {
  return Object.assign({}, ...partNames.map((name) => faceOf(name)[what] ?? {})) as Face['marks'] & object
}

function isNoNews({ isReply, args }: FaceMessage): boolean {
  if (!isReply) return true
  return isRecord(args) && Array.isArray(args['records']) && args['records'].length === 0
}

function messageText(message: FaceMessage): string | undefined {
  const { name, isReply, args } = message
  if (isRecord(args) && !('error' in args)) {
    if (name === 'ask' && isReply) return String(args['answer'])
    if (name === 'follow' && isReply)
      return `${Object.values(args).filter((is) => is === true).length} of ${Object.keys(args).length} places have it`
    if (name === 'search' && isReply && 'found' in args) return foundText(args)
    if (name === 'search') return String(args['text'])
    if (name === 'append' && !isReply && isRecord(args['value'])) return String(args['value']['text'])
    if (name === 'write' && !isReply)
      return `${String(args['key'])}${'text' in args ? ` = ${String(args['text'])}` : ''}`
    if (name === 'read' && !isReply) return String(args['key'])
    if (name === 'read' && isReply && isRecord(args['value']))
      return brief(args['value']['text'] ?? args['value'])
  }
  for (const part of partNames) {
    const text = faceOf(part).messageText?.(message)
    if (text !== undefined) return text
  }
  return undefined
}

function apiLines(memory: unknown): readonly StateLine[] {
  if (!isRecord(memory) || !isRecord(memory['usage'])) return []
  const { stored, lost } = memory['usage']
  const value = `${entriesText(Number(stored), 'event', 'events')} stored${lost === 0 ? '' : `, ${String(lost)} lost`}`
  return [{ id: 'usage', label: 'usage', value, kind: 'plain' }]
}
