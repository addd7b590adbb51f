import type { Json, Run } from '../core/types.ts'
import { canonical } from '../checks/canonical.ts'
import { readStored, type Stored } from '../checks/stored.ts'
import { tokenOf } from '../token/token.ts'
import { ringOptions } from './options.ts'
import { digestText, liveColumns, merge, type Partition, purged } from './partition.ts'
import { replicasOf, ringOf } from './placement.ts'
import type { Disk } from './state.ts'

/** Options as parsed: many runs of one scenario are judged after one another. */
const known = new WeakMap<object, ReturnType<typeof ringOptions>>()

function parsed(options: Json): ReturnType<typeof ringOptions> {
  if (typeof options !== 'object' || options === null) return ringOptions(options)
  const read = known.get(options) ?? ringOptions(options)
  known.set(options, read)
  return read
}

function storedInRing(run: Run): Stored {
  const { plan } = run
  const options = { ...parsed(plan.options), nodes: plan.nodes }
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

readStored('ring', storedInRing)
