import { register } from '../core/registry.ts'
import { storeSystem } from '../core/store-system.ts'
import { Table } from '../core/table.ts'
import type { Json, Node, Program, System, Task } from '../core/types.ts'
import { indexWith, searched, vectorOf } from './index-rows.ts'
import { vectorOptions, type VectorOptions, type VectorSettings } from './options.ts'
import { lostRows, repairLost } from './reachable.ts'
import type { SearchArgs, StoredRow, VectorNode, WriteArgs } from './state.ts'

/**
 * A vector index over stored rows. A row is stored and synced at once, and its index has it `indexMs` later: until then
 * `read` finds it and `search` doesn't. With several nodes each keeps all rows and builds a graph of its own; the node
 * that's asked answers from its own, and compares with nobody.
 *
 * `vectors({ nodes: ['A', 'B'], indexMs: 500 })`
 *
 * What this model leaves out: segments that are built and merged, indexes larger than memory, quantised vectors, shards;
 * a node that was away gets what it missed only when the row is written again.
 */
export function vectors(settings: VectorSettings = {}): System<VectorOptions> {
  return systemOf(vectorOptions(settings))
}

function systemOf(options: VectorOptions): System<VectorOptions> {
  const own = {
    program: vectorProgram,
    operations: ['read', 'write', 'delete', 'search', 'lost', 'repair'],
    messages: ['store'],
  }
  return storeSystem('vectors', options, own)
}

register('vectors', (options: Json, { nodes }) => systemOf(vectorOptions(options, nodes)))

/** The program of one node; another system may run it on its own nodes. */
export const vectorProgram: Program = (given: Node) => {
  const node = given as VectorNode
  return {
    start: () => start(node),
    write: (args: WriteArgs) => write(node, args),
    delete: ({ key }: { readonly key: string }) => remove(node, key),
    read: ({ key }: { readonly key: string }) => {
      const stored = node.disk.rows.get(key)
      return { value: stored === undefined || stored.deleted === true ? null : stored.tags }
    },
    search: (args: SearchArgs) => search(node, args),
    /** The keys that this node's index holds and no query finds. */
    lost: () => {
      const { graph, keys } = node.memory
      return { value: graph === undefined ? [] : lostRows(graph).map((row) => keys[row]!) }
    },
    repair: () => repair(node),
    store: ({ key, stored }: { readonly key: string; readonly stored: StoredRow }) =>
      store(node, key, stored),
  }
}

/** At a boot the index is built again from the stored rows, in the order of their writing. */
function start(node: VectorNode): void {
  node.disk ??= { rows: Table.empty() }
  node.memory = { graph: undefined, keys: [] }
  const rows = [...node.disk.rows].sort(([, a], [, b]) => a.timestamp - b.timestamp)
  for (const [key, stored] of rows) {
    if (stored.deleted !== true) node.memory = indexWith(node, node.memory, key, stored)
  }
}

function* write(node: VectorNode, args: WriteArgs): Task<Json> {
  const vector = vectorOf(args)
  if (vector === undefined) return { error: 'a row takes a vector, or a text with a known word' }
  const known = node.memory.graph?.space.dims ?? vector.length
  if (known !== vector.length) return { error: `a vector here has ${known} numbers, not ${vector.length}` }
  const stored: StoredRow = { vector, tags: args.tags ?? {}, timestamp: node.timestamp() }
  return yield* everywhere(node, args.key, stored)
}

function* remove(node: VectorNode, key: string): Task<Json> {
  const stored = node.disk.rows.get(key)
  if (stored === undefined) return { ok: true }
  return yield* everywhere(node, key, { ...stored, timestamp: node.timestamp(), deleted: true })
}

/** Stores the row here, synced, and tells the other nodes; it's acknowledged without waiting for them. */
function* everywhere(node: VectorNode, key: string, stored: StoredRow): Task<Json> {
  for (const { id } of node.options.nodes) if (id !== node.id) node.send(id, 'store', { key, stored })
  store(node, key, stored)
  yield* node.sync()
  return { ok: true }
}

function store(node: VectorNode, key: string, stored: StoredRow): void {
  const held = node.disk.rows.get(key)
  if (held !== undefined && held.timestamp > stored.timestamp) return
  node.disk = { rows: node.disk.rows.set(key, stored) }
  node.spawn(() => indexLater(node, key, stored))
}

function* indexLater(node: VectorNode, key: string, stored: StoredRow): Task<void> {
  yield* node.sync()
  if (node.options.indexMs > 0) yield* node.sleep(node.options.indexMs)
  if (node.disk.rows.get(key) !== stored) return
  node.memory = indexWith(node, node.memory, key, stored)
  node.mark('indexed')
}

function* search(node: VectorNode, args: SearchArgs): Task<Json> {
  const answer = searched(node, args) as { readonly compared?: number }
  const costMs = Math.floor(((answer.compared ?? 0) * node.options.compareMicros) / 1000)
  if (costMs > 0) yield* node.sleep(costMs)
  return answer as Json
}

/** Puts the lost rows in again, and answers how many times a row was put in. */
function repair(node: VectorNode): Json {
  const { graph, keys } = node.memory
  if (graph === undefined) return { value: 0 }
  const copy = graph.copy()
  const put = repairLost(copy)
  node.memory = { graph: copy, keys }
  return { value: put }
}
