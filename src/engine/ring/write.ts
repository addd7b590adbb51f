import type { Json, KeyOutput, NodeId, Task } from '../core/types.ts'
import type { Cell } from '../cell/cell.ts'
import { required, suffices, type Electorate, type Level } from '../levels.ts'
import { storeHint } from './hints.ts'
import { backgroundAt } from './background.ts'
import { toBytes } from './bytes.ts'
import type { Partition } from './partition.ts'
import type { RingOptions } from './options.ts'
import {
  datacentreOf,
  futureRingOf,
  isMoving,
  rangeOf,
  replicasOf,
  ringOf,
  type ReplicatedRange,
} from './placement.ts'
import { isAlive, nowSeconds, type RingNode } from './state.ts'
import { apply } from './storage.ts'
import { tokenOfKey } from './table-key.ts'

/** What a client asks for in a write, an insert or a delete. Without `columns` the value goes into the column `value`. */
export interface WriteArgs {
  readonly key: string
  readonly value?: Json
  readonly columns?: { readonly [column: string]: Json }
  readonly level?: Level
  /** Microseconds. */
  readonly timestamp?: number
  /** Seconds to live; 0 means no limit. */
  readonly ttl?: number
}

/** The electorates of a range that nobody joins or leaves, by the coordinator's datacentre: the same for every key in it. */
const settled = new WeakMap<ReplicatedRange, Map<string, Electorate>>()

/** Who stores a key, from this node's point of view. */
export function electorateOf(node: RingNode, key: string): Electorate {
  const { options } = node
  const { members } = node.disk
  const local = datacentreOf(options, node.id)
  const token = tokenOfKey(key)
  const range = rangeOf(ringOf(members, options), token)
  const replicas = range?.replicas ?? []
  if (range === undefined || Object.values(members).some(isMoving)) {
    const future = replicasOf(futureRingOf(members, options), token)
    return electorate(options, local, replicas, future)
  }
  let known = settled.get(range)
  if (known === undefined) settled.set(range, (known = new Map()))
  let found = known.get(local)
  if (found === undefined) known.set(local, (found = electorate(options, local, replicas, replicas)))
  return found
}

function electorate(
  options: RingOptions,
  local: string,
  replicas: readonly NodeId[],
  future: readonly NodeId[],
): Electorate {
  return {
    replicas,
    pending: future.filter((id) => !replicas.includes(id)),
    factor: options.replicas,
    local,
    datacentreOf: (id) => datacentreOf(options, id),
  }
}

/**
 * Coordinates a write. It goes to every replica at once, whatever the level, which only says how many answers to wait
 * for. It's refused before anything is sent if too few replicas seem to be up. (StorageProxy.mutate; the Dynamo page.)
 */
export function* coordinateWrite(node: RingNode, args: WriteArgs, update: Partition): Task<KeyOutput> {
  const level = args.level ?? node.options.write
  if (isMortal(update) && backgroundAt(node.options.background, args.key) !== undefined) {
    return {
      error: `"${args.key}" belongs to the background, which can’t be deleted or given a time to live`,
    }
  }
  const electorate = electorateOf(node, args.key)
  const all = [...electorate.replicas, ...electorate.pending]
  const alive = all.filter((id) => isAlive(node, id))
  if (level !== 'ANY' && !suffices(level, electorate, alive)) {
    node.mark('unavailable')
    return { error: 'unavailable', level, required: required(level, electorate), alive: alive.length }
  }
  const progress: Progress = { acknowledged: [], hinted: 0 }
  for (const id of all) {
    if (!isAlive(node, id)) {
      if (storeHint(node, id, update)) progress.hinted++
      continue
    }
    node.spawn(() => replicate(node, id, update, progress))
  }
  // For ANY, and for it alone, a hint counts as an answer.
  const enough = () =>
    suffices(level, electorate, progress.acknowledged) || (level === 'ANY' && progress.hinted > 0)
  if (yield* node.until(enough, node.options.writeTimeoutMs)) return { ok: true }
  // ANY never times out: a write that no replica acknowledged becomes a hint for each, if hints are on, and counts as
  // ok. (StorageProxy.mutate.)
  if (level === 'ANY') {
    node.mark('timeout turned into hints')
    for (const id of all) storeHint(node, id, update)
    return { ok: true }
  }
  node.mark('write timeout')
  const received = progress.acknowledged.length
  return { error: 'timeout', level, required: required(level, electorate), received }
}

/** How far a write has come: which nodes acknowledged it, and how many hints are kept for the others. */
interface Progress {
  readonly acknowledged: NodeId[]
  hinted: number
}

// Not a generator function made inside the one above: the JavaScript engine keeps a hidden class for each that is made,
// and through it the whole run, until it sweeps all of memory. A search makes thousands.
function* replicate(node: RingNode, id: NodeId, update: Partition, progress: Progress): Task<void> {
  const reply = yield* node.call(id, 'mutate', update, node.options.writeTimeoutMs)
  if (reply.ok) progress.acknowledged.push(id)
  // This hint doesn't count as an answer, not even at ANY. (RequestCallbacks, hintOnFailure.)
  else storeHint(node, id, update)
}

/** A replica takes a mutation; with a batch commit log it answers only when it is synced. */
export function mutate(node: RingNode, update: Partition): string | Task<string> {
  apply(node, update)
  return node.options.commitLog === 'batch' ? synced(node) : 'done'
}

function* synced(node: RingNode): Task<string> {
  yield* node.sync()
  return 'done'
}

/** Whether something of it will be purged one day. */
function isMortal({ cells, deletion, marker }: Partition): boolean {
  if (deletion !== undefined || marker?.ttl !== undefined) return true
  return Object.values(cells).some((cell) => cell.localDeletionTime !== undefined)
}

/** The version of a partition that a write makes: one live or expiring cell a column; null deletes the column. */
export function written(
  node: RingNode,
  { key, value = null, columns = { value }, timestamp, ttl = 0 }: WriteArgs,
): Partition {
  const stamp = timestamp ?? node.timestamp()
  const expiry = expiryOf(node, ttl)
  const cellOf = (one: Json): Cell =>
    one === null ? tombstone(node, stamp) : { timestamp: stamp, value: toBytes(one), ...expiry }
  return {
    key,
    cells: Object.fromEntries(Object.entries(columns).map(([column, one]) => [column, cellOf(one)])),
  }
}

/** The version that an insert makes: what a write of the same columns makes, and the marker that the row is there. */
export function inserted(node: RingNode, args: WriteArgs): Partition {
  const stamped = { ...args, timestamp: args.timestamp ?? node.timestamp() }
  const { value, columns = value === undefined ? {} : { value }, timestamp, ttl = 0 } = stamped
  return {
    ...written(node, { ...stamped, columns }),
    marker: { timestamp, value: '', ...expiryOf(node, ttl) },
  }
}

function expiryOf(node: RingNode, ttl: number) {
  return ttl === 0 ? {} : { ttl, localDeletionTime: nowSeconds(node) + ttl }
}

/** The version that a delete makes: a tombstone for the whole partition, or for the columns it names. */
export function deleted(node: RingNode, { key, columns, timestamp }: WriteArgs): Partition {
  const stamp = timestamp ?? node.timestamp()
  node.mark('tombstone written')
  if (columns === undefined) {
    const deletion = { markedForDeleteAt: stamp, localDeletionTime: nowSeconds(node) }
    return { key, cells: {}, deletion }
  }
  const cell = tombstone(node, stamp)
  return { key, cells: Object.fromEntries(Object.keys(columns).map((column) => [column, cell])) }
}

function tombstone(node: RingNode, timestamp: number): Cell {
  return { timestamp, value: '', localDeletionTime: nowSeconds(node) }
}
