import type { Handler, Json, Node, Task } from '../core/types.ts'
import { boxes } from './boxes.ts'
import type { Said } from './evening.ts'
import type { AssistantOptions } from './options.ts'
import { askPrimary, readChat, storeChat, storeUsage } from './stores.ts'

interface ApiNode extends Node {
  readonly options: AssistantOptions
  memory: { readonly primary?: string; readonly usage: { readonly stored: number; readonly lost: number } }
}

/** What the assistant would say if nobody had a wish, and what it says to a guest who must not eat nuts. */
export const dishes = { usual: 'walnut cake', safe: 'lemon pie' } as const

interface Hit {
  readonly key: string
  readonly score: number
}

/**
 * What guests talk to. It keeps no data: a message goes to the chat store, then as events to the usage store and the
 * log; a question is answered from what the index finds and the chat store says.
 */
export function api(given: Node): { readonly [name: string]: Handler } {
  const node = given as ApiNode
  return {
    start: () => (node.memory = { usage: { stored: 0, lost: 0 } }),
    say: (args: Said & { readonly id: string }) => say(node, args),
    ask: (args: { readonly table: number }) => ask(node, args.table),
    follow: (args: { readonly id: string; readonly table: number }) => follow(node, args),
    write: ({ key, value }: { readonly key: string; readonly value: Json }) =>
      say(node, { id: key, table: 1, text: String(value) }),
    read: ({ key }: { readonly key: string }) => readBack(node, key, 1),
    find: ({ id, table }: { readonly id: string; readonly table: number }) => readBack(node, id, table),
    usage: () => ({ value: node.memory.usage }),
  }
}

function* say(node: ApiNode, { id, table, text }: Said & { readonly id: string }): Task<Json> {
  const message = { table, text }
  const stored = yield* storeChat(node, id, message)
  if (typeof stored === 'object' && stored !== null && 'error' in stored) return stored
  node.spawn(() => publish(node, { id, ...message }))
  for (let number = 0; number < node.options.usagePerMessage; number++) {
    node.spawn(() => record(node, `${id}, event ${number + 1}`, number))
  }
  return { ok: true }
}

function* readBack(node: ApiNode, key: string, table: number): Task<Json> {
  return { value: yield* readChat(node, key, table) }
}

/** Into the log, again and again until it's there. An API that crashes first has told nobody: a dual write. */
function* publish(node: ApiNode, value: Json): Task<void> {
  for (;;) {
    const reply = yield* node.call(boxes.log[0], 'append', { partition: 0, value }, 1_000)
    if (reply.ok && reply.value.error === undefined) return
    yield* node.sleep(500)
  }
}

function* record(node: ApiNode, key: string, number: number): Task<void> {
  const there = yield* storeUsage(node, key, number)
  const { stored, lost } = node.memory.usage
  node.memory = { ...node.memory, usage: there ? { stored: stored + 1, lost } : { stored, lost: lost + 1 } }
}

/** Which cake? Looks for what the table said about it, and answers with what it found in the prompt. */
function* ask(node: ApiNode, table: number): Task<Json> {
  const { found, compared, failed } = yield* search(node, table, {})
  const passages: string[] = []
  for (const { key } of found) {
    const text = yield* textOf(node, key, table)
    if (text !== null) passages.push(text)
  }
  const safe = passages.some((passage) => /\bno nuts\b/.test(passage))
  return { answer: safe ? dishes.safe : dishes.usual, passages, found: found.map(({ key }) => key), compared, ...failed } // prettier-ignore
}

function* search(
  node: ApiNode,
  table: number,
  more: { readonly exact?: boolean },
): Task<{
  readonly found: readonly Hit[]
  readonly compared: number
  readonly failed: { readonly failed?: string }
}> {
  const { k, ef, filter } = node.options
  const exact = more.exact ?? node.options.search === 'scan'
  const args = { text: dishes.usual, k, ef, where: { table }, filter, exact }
  const reply = yield* node.call(boxes.index[0], 'search', args, 1_000)
  if (!reply.ok) return { found: [], compared: 0, failed: { failed: 'the index doesn’t answer' } }
  return { found: reply.value.found, compared: reply.value.compared, failed: {} }
}

/** Earlier messages are in the options; what was said since is in the chat store. */
function* textOf(node: ApiNode, key: string, table: number): Task<string | null> {
  const earlier = /^earlier (\d+)$/.exec(key)
  if (earlier !== null) return node.options.earlier[Number(earlier[1])]!.text
  return yield* readChat(node, key, table)
}

/** The experiment: follows one message by its name through every place where it could have been lost. */
function* follow(node: ApiNode, { id, table }: { readonly id: string; readonly table: number }): Task<Json> {
  const stored = yield* askPrimary(node, 'read', { key: id, readConcern: 'local', readPreference: 'primary' })
  const read = yield* readChat(node, id, table)
  const held = yield* node.call(boxes.index[0], 'held', { key: id }, 1_000)
  const exact = yield* search(node, table, { exact: true })
  const found = yield* search(node, table, {})
  const names = (hits: readonly Hit[]) => hits.some(({ key }) => key === id)
  const unfiltered = yield* node.call(boxes.index[0], 'search', { text: dishes.usual, k: 1_000 }, 1_000)
  return {
    'in the chat store, at the primary': (stored as { readonly value?: Json }).value != null,
    'in the chat store, where the assistant reads': read !== null,
    'in the index, by its name': held.ok && held.value.value === true,
    'among the nearest, comparing every row': names(exact.found),
    'in a list that the search read': unfiltered.ok && names(unfiltered.value.found),
    'in what the search answered': names(found.found),
  }
}
