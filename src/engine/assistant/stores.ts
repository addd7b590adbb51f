import type { Json, Node, NodeId, Task } from '../core/types.ts'
import { boxes } from './boxes.ts'
import type { AssistantOptions } from './options.ts'

/** How long one member is waited for. */
const memberMs = 2_000
/** How long a primary is looked for: as long as MongoDB's drivers do. (serverSelectionTimeoutMS) */
const selectionMs = 30_000

/** Asks the member that was primary last, then the one it names, then the others in turn, until one can answer. */
export function* askPrimary(node: Node, name: string, args: Json): Task<Json> {
  const members: readonly NodeId[] = boxes.chat
  let to: NodeId = node.memory?.primary ?? members[0]!
  const giveUpAt = node.now() + selectionMs
  while (node.now() < giveUpAt) {
    const reply = yield* node.call(to, name, args, memberMs)
    const redirect: NodeId | null | undefined = reply.ok ? reply.value.redirect : null
    if (reply.ok && redirect === undefined) {
      node.memory = { ...node.memory, primary: to }
      return reply.value as Json
    }
    if (reply.ok && redirect === null) yield* node.sleep(500)
    to = redirect ?? members[(members.indexOf(to) + 1) % members.length]!
  }
  return { error: 'no primary of the chat store was found' }
}

/** Stores a chat message and waits until a majority has it. */
export function* storeChat(node: Node, id: string, message: Json): Task<Json> {
  const options = node.options as AssistantOptions
  if (options.chat === 'set') {
    const args = { key: id, value: message, writeConcern: { w: 'majority' }, statement: id }
    return yield* askPrimary(node, 'write', args as Json)
  }
  // In an object store a conversation is one object: read it whole, add a line, put it back whole.
  const key = `chat/table ${(message as { readonly table: number }).table}`
  const lines = (yield* readObject(node, key)) ?? []
  return yield* putObject(node, key, [...lines, { id, ...(message as object) }])
}

/** The text of a message, from where the assistant reads; null if it isn't there. */
export function* readChat(node: Node, id: string, table: number): Task<string | null> {
  const { chat, readFrom } = node.options as AssistantOptions
  if (chat === 'objects') {
    const lines = (yield* readObject(node, `chat/table ${table}`)) ?? []
    return lines.find((line) => line.id === id)?.text ?? null
  }
  const concern = { readConcern: 'local', readPreference: readFrom === 'primary' ? 'primary' : 'nearest' }
  const args = { key: id, ...concern }
  const answer =
    readFrom === 'primary'
      ? yield* askPrimary(node, 'read', args)
      : yield* askMember(node, readFrom, 'read', args)
  return (answer as { readonly value?: { readonly text: string } | null }).value?.text ?? null
}

function* askMember(node: Node, member: NodeId, name: string, args: Json): Task<Json> {
  const reply = yield* node.call(member, name, args, memberMs)
  return reply.ok ? (reply.value as Json) : { error: `${member} doesn’t answer` }
}

interface Line {
  readonly id: string
  readonly table: number
  readonly text: string
}

function* readObject(node: Node, key: string): Task<readonly Line[] | null> {
  const answer = yield* askMember(node, boxes.objects[0], 'read', { key })
  return (answer as { readonly value?: readonly Line[] | null }).value ?? null
}

/** Puts an object whole. */
export function* putObject(node: Node, key: string, value: unknown): Task<Json> {
  return yield* askMember(node, boxes.objects[0], 'write', { key, value: value as Json })
}

/** Records one event of usage: at whichever node of the ring is next, or at the set's primary. */
export function* storeUsage(node: Node, key: string, number: number): Task<boolean> {
  const { usage } = node.options as AssistantOptions
  const value = `at ${node.now()} ms`
  if (usage === 'ring') {
    const to = boxes.usage[number % boxes.usage.length]!
    const reply = yield* node.call(to, 'write', { key, value, level: 'ONE' }, memberMs)
    return reply.ok && reply.value.ok === true
  }
  const answer = yield* askPrimary(node, 'write', { key, value, writeConcern: { w: 1 } })
  return (answer as { readonly ok?: boolean }).ok === true
}
