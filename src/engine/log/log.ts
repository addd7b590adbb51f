import { register } from '../core/registry.ts'
import { storeSystem } from '../core/store-system.ts'
import type { Json, NodeId, Program, System, Task } from '../core/types.ts'
import { logOptions, type LogOptions, type LogSettings } from './options.ts'
import type { LogNode } from './node.ts'
import { partitionOf, keepersOf, noRecords, leaderOf, store } from './partitions.ts'
import { recover, inSync, highWatermark, follow, answerFollower } from './replication.ts'

interface Appended {
  readonly key?: string
  readonly partition?: number
  readonly value: Json
}

/**
 * A partitioned log after Kafka: records are appended to a partition, keep their order there for good, and are read by
 * offset, as often as anybody likes. A reader remembers how far (`commit`), so a consumer that crashes reads on from
 * there, and may read some records twice.
 *
 * `log({ nodes: ['A', 'B', 'C'], partitions: 3 })`
 *
 * What this model leaves out: electing another leader (a partition whose leader is down waits for it), transactions and
 * idempotent producers, retention and compaction, batches, assigning partitions to a group's members.
 */
export function log(settings: LogSettings = {}): System<LogOptions> {
  return systemOf(logOptions(settings))
}

function systemOf(options: LogOptions): System<LogOptions> {
  const own = {
    program: logProgram,
    operations: ['append', 'fetch', 'commit', 'committed', 'read', 'write', 'delete'],
    messages: ['append', 'append reply', 'replicate', 'replicate reply'],
  }
  return storeSystem('log', options, own)
}

register('log', (options: Json, { nodes }) => systemOf(logOptions(options, nodes)))

/** The program of one node; another system may run it on its own nodes. */
export const logProgram: Program = (given) => {
  const node = given as LogNode
  return {
    start: () => start(node),
    append: (args: Appended) => {
      const partition = args.partition ?? partitionOf(node.options, args.key ?? '')
      return atLeader(node, partition, 'append', { ...args, partition }, () =>
        append(node, partition, args.value),
      )
    },
    fetch: (args: { readonly partition: number; readonly from: number; readonly most?: number }) =>
      atLeader(node, args.partition, 'fetch', args, () => fetched(node, args)),
    commit: (args: { readonly group: string; readonly partition: number; readonly offset: number }) =>
      atLeader(node, args.partition, 'commit', args, () => commit(node, args)),
    committed: (args: { readonly group: string; readonly partition: number }) =>
      atLeader(node, args.partition, 'committed', args, () => ({
        value: node.disk.committed[`${args.group}/${args.partition}`] ?? 0,
      })),

    // The log as a table: a write appends, a read finds the key's newest record.
    write: ({ key, value }: { readonly key: string; readonly value: Json }) => {
      const partition = partitionOf(node.options, key)
      const args = { partition, value: { key, value } }
      return atLeader(node, partition, 'append', args, () => append(node, partition, args.value))
    },
    read: (args: { readonly key: string }) =>
      atLeader(node, partitionOf(node.options, args.key), 'read', args, () => newest(node, args.key)),
    delete: () => ({ error: 'nothing is deleted from a log' }),

    replicate: (args: { readonly partition: number; readonly end: number }, from: NodeId) =>
      answerFollower(node, args, from),
    /** What a leader that lost its end asks: the records from an offset on. */
    'records from': ({ partition, from }: { readonly partition: number; readonly from: number }) =>
      [...(node.disk.partitions[partition] ?? noRecords).range(from)].map(([, value]) => value),
  }
}

function start(node: LogNode): void {
  node.disk ??= { partitions: {}, committed: {} }
  node.memory = { followers: {}, ready: false }
  const partitions = Array.from({ length: node.options.partitions }, (_, partition) => partition)
  const led = partitions.filter((partition) => leaderOf(node, partition) === node.id)
  node.spawn(() => recover(node, led))
  for (const partition of partitions) {
    if (led.includes(partition) || !keepersOf(node.options, partition).includes(node.id)) continue
    node.spawn(() => follow(node, partition))
  }
}

/** Answers here if this node leads the partition, and passes the question on if it doesn't. */
function* atLeader(
  node: LogNode,
  partition: number,
  name: string,
  args: unknown,
  answer: () => Json | Task<Json>,
): Task<Json> {
  const leader = leaderOf(node, partition)
  if (leader !== node.id) {
    const reply = yield* node.call(leader, name, args, node.options.clientTimeoutMs)
    return reply.ok ? (reply.value as Json) : { error: `the leader of partition ${partition} doesn’t answer` }
  }
  if (!node.memory.ready) yield* node.until(() => node.memory.ready)
  const answered = answer()
  return isTask(answered) ? yield* answered : answered
}

function isTask(value: Json | Task<Json>): value is Task<Json> {
  return typeof value === 'object' && value !== null && 'next' in value && typeof value.next === 'function'
}

function* append(node: LogNode, partition: number, value: Json): Task<Json> {
  const { acks, minInSync } = node.options
  if (acks === 'all' && inSync(node, partition).length + 1 < minInSync) {
    node.mark('append refused: too few in sync')
    return { error: 'not enough in-sync replicas' }
  }
  const offset = store(node, partition, value)
  node.spawn(() => node.sync())
  if (acks === 'all') yield* node.until(() => highWatermark(node, partition) > offset)
  return { partition, offset }
}

function fetched(
  node: LogNode,
  {
    partition,
    from,
    most = 100,
  }: { readonly partition: number; readonly from: number; readonly most?: number },
): Json {
  const records = node.disk.partitions[partition] ?? noRecords
  const to = Math.min(highWatermark(node, partition), from + most)
  return {
    records: [...records.range(from, to)].map(([offset, value]) => ({ offset, value })),
    end: records.size,
  }
}

function newest(node: LogNode, key: string): Json {
  const partition = partitionOf(node.options, key)
  const seen = [...(node.disk.partitions[partition] ?? noRecords).range(0, highWatermark(node, partition))]
  const own = seen.filter(([, value]) => (value as { readonly key?: string } | null)?.key === key)
  return { value: (own.at(-1)?.[1] as { readonly value?: Json } | undefined)?.value ?? null }
}

function* commit(
  node: LogNode,
  {
    group,
    partition,
    offset,
  }: { readonly group: string; readonly partition: number; readonly offset: number },
): Task<Json> {
  node.disk = { ...node.disk, committed: { ...node.disk.committed, [`${group}/${partition}`]: offset } }
  yield* node.sync()
  return { ok: true }
}
