import type { Json, NodeId, Run } from '../core/types.ts'
import { digestText, liveColumns, merge, purged, type Partition } from '../ring/partition.ts'
import { replicasOf, ringOf } from '../ring/placement.ts'
import { ringOptions } from '../ring/options.ts'
import type { Disk } from '../ring/state.ts'
import { applied } from '../replica-set/oplog.ts'
import { compareOpTimes } from '../replica-set/optime.ts'
import type { ReplicaSetSettings } from '../replica-set/options.ts'
import type { Disk as MemberDisk } from '../replica-set/state.ts'
import { shardedOptions } from '../sharded/options.ts'
import { shardOf } from '../sharded/router.ts'
import { tokenOf } from '../token/token.ts'
import { canonical } from './canonical.ts'

/** What is stored at the end of a run, as the system that stored it understands it. */
export interface Stored {
  /** Every key that some node holds anything under. */
  readonly keys: readonly string[]
  /** The nodes that are to hold the key. */
  replicas(key: string): readonly NodeId[]
  /** Canonical text of the value that all copies together give, as a read of every node would. */
  value(key: string): string
  /** All that a node holds under the key, as text; equal texts are equal copies. What may be purged does not count. */
  copy(node: NodeId, key: string): string
}

const readers = new Map<string, (run: Run) => Stored>([
  ['ring', storedInRing],
  ['replica-set', storedInSet],
  ['sharded', storedInShards],
])

/** Teaches the checks to look into the nodes of another system. */
export function readStored(system: string, reader: (run: Run) => Stored): void {
  readers.set(system, reader)
}

/** @throws RangeError for a system whose nodes nobody can look into */
export function storedIn(run: Run): Stored {
  const reader = readers.get(run.plan.system)
  if (reader !== undefined) return reader(run)
  const known = [...readers.keys()].join(', ')
  throw new RangeError(`stored copies can be read in ${known}; received a run of "${run.plan.system}"`)
}

function storedInRing(run: Run): Stored {
  const { plan } = run
  const options = { ...ringOptions(plan.options), nodes: plan.nodes }
  const nowSeconds = Math.floor(plan.until / 1000)
  const copies = new Map([...run.final].map(([id, { disk }]) => [id, partitionsOf(disk as Disk | undefined)]))
  const members = [...run.final.values()].map(({ disk }) => (disk as Disk | undefined)?.members)
  const ring = members
    .map((known) => (known === undefined ? undefined : ringOf(known, options)))
    .find((one) => one)
  return {
    keys: [...new Set([...copies.values()].flatMap((held) => [...held.keys()]))].sort(),
    replicas: (key) => (ring === undefined ? [] : replicasOf(ring, tokenOf(key))),
    value(key) {
      const versions = [...copies.values()].flatMap((held) => held.get(key) ?? [])
      const columns = versions.length === 0 ? null : liveColumns(versions.reduce(merge), nowSeconds)
      return canonical(valueOf(columns))
    },
    copy(node, key) {
      const held = copies.get(node)?.get(key)
      const kept = held === undefined ? undefined : purged(held, nowSeconds, options.gcGraceSeconds)
      return digestText(kept)
    },
  }
}

/** In a replica set the member with the latest entry decides: it would be elected, and the others would follow it. */
function storedInSet({ plan, final }: Run): Stored {
  const { members = {} } = (plan.options ?? {}) as ReplicaSetSettings
  const holders = plan.nodes.map(({ id }) => id).filter((id) => members[id]?.arbiter !== true)
  const disks = new Map(holders.map((id) => [id, inFull(final.get(id)?.disk as MemberDisk | undefined)]))
  const known = [...disks.values()].flatMap((disk) => disk ?? [])
  const latest = known.reduce<MemberDisk | undefined>(
    (best, disk) => (best !== undefined && compareOpTimes(best.last, disk.last) >= 0 ? best : disk),
    undefined,
  )
  return {
    keys: [...new Set(known.flatMap(({ contents }) => [...contents.documents].map(([key]) => key)))].sort(),
    replicas: () => holders,
    value: (key) => canonical(latest?.contents.documents.get(key) ?? null),
    copy: (node, key) => canonical(disks.get(node)?.contents.documents.get(key) ?? null),
  }
}

/** What is written counts, whether it has been applied yet or not. */
function inFull(disk: MemberDisk | undefined): MemberDisk | undefined {
  return disk && { ...disk, contents: applied(disk.contents, disk, disk.applied, disk.last) }
}

/** In a sharded cluster each key is where its shard's replica set holds it; a copy in another shard is none. */
function storedInShards(run: Run): Stored {
  const { plan } = run
  const options = shardedOptions(plan.options)
  const shards = new Map(
    Object.entries(options.shards).map(([shard, members]) => {
      const nodes = plan.nodes.filter(({ id }) => members.includes(id))
      return [shard, storedInSet({ ...run, plan: { ...plan, nodes, options: options.set as Json } })]
    }),
  )
  const ownerOf = (key: string) => shards.get(shardOf(options, key))!
  return {
    keys: [...new Set([...shards.values()].flatMap(({ keys }) => keys))].sort(),
    replicas: (key) => ownerOf(key).replicas(key),
    value: (key) => ownerOf(key).value(key),
    copy: (node, key) => ownerOf(key).copy(node, key),
  }
}

/** As the ring answers a read: the column `value` alone, or all columns. */
function valueOf(columns: { readonly [column: string]: Json } | null): Json {
  if (columns === null) return null
  const names = Object.keys(columns)
  return names.length === 1 && names[0] === 'value' ? (columns['value'] ?? null) : columns
}

function partitionsOf(disk: Disk | undefined): Map<string, Partition> {
  const held = new Map<string, Partition>()
  for (const rows of disk === undefined ? [] : [...disk.sstables, disk.memtable]) {
    for (const [, partition] of rows) {
      const other = held.get(partition.key)
      held.set(partition.key, other === undefined ? partition : merge(other, partition))
    }
  }
  return held
}
