import { asNode } from '../core/cell.ts'
import { PlanError } from '../core/plan/shape.ts'
import { register } from '../core/registry.ts'
import type { Handler, Json, Node, PlanNode, Program, System } from '../core/types.ts'
import { within } from '../core/within.ts'
import { embedded } from '../vectors/lexicon.ts'
import type { StoredRow, VectorNode } from '../vectors/state.ts'
import { Table } from '../core/table.ts'
import { api } from './api.ts'
import { boxes, everyNode, partsOf, type Parts } from './boxes.ts'
import { batchJob, embedder } from './jobs.ts'
import { assistantOptions, type AssistantOptions, type AssistantSettings } from './options.ts'

/**
 * A small AI application that really runs: guests' messages go to a replica set, usage events to a ring, both as events
 * to a log; a job embeds the messages for a vector index, another writes training data to an object store; and the
 * assistant answers from what the index finds. Each store is the system of that name, unchanged, over nodes of its own.
 *
 * `assistant({ readFrom: 'B', embedMs: 3000 })`
 *
 * What this model leaves out: the language model (the answer follows a rule about its prompt), change data capture (the
 * API itself appends to the log once the message is stored), more than one node of log, index and object store, users.
 */
export function assistant(settings: AssistantSettings = {}): System<AssistantOptions> {
  const { nodes, ...rest } = settings
  const system = systemOf(assistantOptions(rest))
  return nodes === undefined ? system : withNodes(system, nodes.map(asNode))
}

/** @throws PlanError unless these are the assistant's nodes */
function withNodes(system: System<AssistantOptions>, nodes: readonly PlanNode[]): System<AssistantOptions> {
  const received = nodes.map(({ id }) => id).join(' ')
  if ([...everyNode].sort().join(' ') !== received.split(' ').sort().join(' ')) {
    throw new PlanError([{ where: 'plan.nodes', expected: everyNode.join(' '), received }])
  }
  return { ...system, nodes }
}

function systemOf(options: AssistantOptions): System<AssistantOptions> {
  const parts = partsOf(options)
  return {
    name: 'assistant',
    options,
    nodes: everyNode.map((id) => ({ id })),
    program: programOf(options, parts),
    client: { timeoutMs: 35_000, retries: 0, stamps: false },
    operations: ['say', 'ask', 'find', 'follow', 'usage', 'list', 'read', 'write', 'delete'],
    messages: ['fetch', 'fetch reply', 'committed', 'committed reply'],
    oracleMs: 2_000,
    levels: [],
  }
}

register('assistant', (options: Json, { nodes }) => withNodes(systemOf(assistantOptions(options)), nodes))

const askApi = () => ({ error: 'ask the API: api' })

/** What every node has an answer to. The oracle tells all of them who's up, and only the ring listens. */
const unmoved = {
  oracle: () => undefined,
  ...Object.fromEntries(
    ['say', 'ask', 'find', 'follow', 'usage', 'list', 'read', 'write', 'delete'].map((name) => [
      name,
      askApi,
    ]),
  ),
}

function programOf(options: AssistantOptions, parts: Parts): Program {
  const isIn = (box: readonly string[], { id }: Node) => box.includes(id)
  return (node) => {
    if (isIn(boxes.api, node)) return { ...unmoved, ...api(node) }
    if (isIn(boxes.embedder, node)) return { ...unmoved, ...embedder(node) }
    if (isIn(boxes.batch, node)) return { ...unmoved, ...batchJob(node) }
    if (isIn(boxes.index, node)) return { ...unmoved, ...indexNode(node, parts.index, options) }
    const part = [parts.chat, parts.usage, parts.log, parts.objects].find(({ nodes }) =>
      nodes.some(({ id }) => id === node.id),
    )!
    return { ...unmoved, ...part.program(within(node, part)) }
  }
}

/** The index, with what was said earlier in it; it also says whether it holds a row. */
function indexNode(
  given: Node,
  part: System,
  options: AssistantOptions,
): { readonly [name: string]: Handler } {
  const node = within(given, part) as VectorNode
  const handlers = part.program(node)
  return {
    ...handlers,
    start: () => {
      if (given.boots === 1) node.disk = { rows: Table.from(earlierRows(options)) }
      return handlers['start']!(undefined, node.id)
    },
    held: ({ key }: { readonly key: string }) => ({ value: node.memory.keys.includes(key) }),
  }
}

function earlierRows({ earlier }: AssistantOptions): readonly (readonly [string, StoredRow])[] {
  return earlier.flatMap(({ table, text }, at) => {
    const vector = embedded(text)
    if (vector === undefined) return []
    return [
      [`earlier ${at}`, { vector: [...vector], tags: { table }, timestamp: at - earlier.length }] as const,
    ]
  })
}
