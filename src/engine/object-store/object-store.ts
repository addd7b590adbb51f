import { register } from '../core/registry.ts'
import { storeSystem } from '../core/store-system.ts'
import { Table } from '../core/table.ts'
import type { Json, Node, Program, Reply, System, Task } from '../core/types.ts'
import { objectStoreOptions, type ObjectStoreOptions, type ObjectStoreSettings } from './options.ts'

/** When an object was put: a count that rises, and the node that counted. The later one wins. */
type Version = readonly [count: number, node: string]

/** An object as a node keeps it; deleted objects keep their version, so that an old copy can't bring them back. */
export interface Kept {
  readonly version: Version
  readonly value: Json | undefined
}

interface StoreNode extends Node {
  readonly options: ObjectStoreOptions
  disk: { readonly objects: Table<string, Kept> }
}

/**
 * An object store: whole objects under a name, replaced and never changed in part. Every node takes requests; a put is
 * acknowledged when a majority has it on disk, and a get asks a majority and puts back what it found, so that a read
 * after a write always sees it. After Attiya, Bar-Noy and Dolev, J. ACM 42(1), 1995. What S3 promises (strong
 * read-after-write consistency, listing included) is met; how S3 keeps it isn't public and isn't modelled.
 *
 * `objectStore({ nodes: ['A', 'B', 'C'] })`
 *
 * What this model leaves out: buckets, rights, versions that are kept, multipart uploads, conditional puts, erasure
 * coding (here every node keeps a whole copy), and storage classes.
 */
export function objectStore(settings: ObjectStoreSettings = {}): System<ObjectStoreOptions> {
  return systemOf(objectStoreOptions(settings))
}

function systemOf(options: ObjectStoreOptions): System<ObjectStoreOptions> {
  const own = {
    program: objectStoreProgram,
    operations: ['read', 'write', 'delete', 'list'],
    messages: ['versions', 'versions reply', 'store', 'store reply'],
  }
  return storeSystem('object-store', options, own, 1)
}

register('object-store', (options: Json, { nodes }) => systemOf(objectStoreOptions(options, nodes)))

/** The program of one node; another system may run it on its own nodes. */
export const objectStoreProgram: Program = (given) => {
  const node = given as StoreNode
  return {
    start: () => {
      node.disk ??= { objects: Table.empty() }
    },
    write: ({ key, value }: { readonly key: string; readonly value: Json }) => put(node, key, value),
    delete: ({ key }: { readonly key: string }) => put(node, key, undefined),
    read: ({ key }: { readonly key: string }) => get(node, key),
    list: (args: { readonly prefix?: string } | null) => list(node, args?.prefix ?? ''),

    versions: (key: string) => node.disk.objects.get(key) ?? null,
    store: (args: { readonly key: string; readonly kept: Kept }) => store(node, args.key, args.kept),
    names: () => node.disk.objects,
  }
}

/** The nodes of this store: those that its options name. */
function everybody(node: StoreNode): readonly string[] {
  return node.options.nodes.map(({ id }) => id)
}

function* askMajority(node: StoreNode, name: string, args: unknown): Task<readonly Reply[] | undefined> {
  const all = everybody(node)
  const need = (all.length >> 1) + 1
  const replies = yield* node.quorum(all, need, name, args, node.options.timeoutMs)
  const answered = replies.filter(({ ok }) => ok)
  return answered.length < need ? undefined : answered
}

const noMajority = { error: 'no majority of the store’s nodes answered' } as const

function newestOf(replies: readonly Reply[]): Kept | undefined {
  let newest: Kept | undefined
  for (const reply of replies) {
    const kept = reply.ok ? (reply.value as Kept | null) : null
    if (kept !== null && (newest === undefined || isLater(kept.version, newest.version))) newest = kept
  }
  return newest
}

/** Whether the first version is the later one. */
export function isLater([count, node]: Version, [otherCount, otherNode]: Version): boolean {
  return count > otherCount || (count === otherCount && node > otherNode)
}

function* put(node: StoreNode, key: string, value: Json | undefined): Task<Json> {
  const known = yield* askMajority(node, 'versions', key)
  if (known === undefined) return noMajority
  const version: Version = [(newestOf(known)?.version[0] ?? 0) + 1, node.id]
  // From here on some node may hold it: without a majority nobody knows, so there's no answer.
  while ((yield* askMajority(node, 'store', { key, kept: { version, value } })) === undefined) {
    node.mark('put without a majority')
    yield* node.sleep(node.options.timeoutMs)
  }
  return { ok: true }
}

function* get(node: StoreNode, key: string): Task<Json> {
  const known = yield* askMajority(node, 'versions', key)
  if (known === undefined) return noMajority
  const kept = newestOf(known)
  if (kept === undefined) return { value: null }
  const agree = known.every((reply) => reply.ok && reply.value?.version.join() === kept.version.join())
  if (!agree) {
    node.mark('put back before answering')
    if ((yield* askMajority(node, 'store', { key, kept })) === undefined) return noMajority
  }
  return { value: kept.value ?? null }
}

function* list(node: StoreNode, prefix: string): Task<Json> {
  const replies = yield* askMajority(node, 'names', null)
  if (replies === undefined) return noMajority
  const newest = new Map<string, Kept>()
  for (const reply of replies) {
    for (const [key, kept] of reply.ok ? (reply.value as Table<string, Kept>) : []) {
      const other = newest.get(key)
      if (other === undefined || isLater(kept.version, other.version)) newest.set(key, kept)
    }
  }
  const there = [...newest].filter(([key, { value }]) => value !== undefined && key.startsWith(prefix))
  return { value: there.map(([key]) => key).sort() }
}

function* store(node: StoreNode, key: string, kept: Kept): Task<Json> {
  const held = node.disk.objects.get(key)
  if (held === undefined || isLater(kept.version, held.version)) {
    node.disk = { objects: node.disk.objects.set(key, kept) }
  }
  yield* node.sync()
  return { ok: true }
}
