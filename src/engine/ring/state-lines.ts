import { isLive } from '../cell/cell.ts'
import type { NodeId, Plan } from '../core/types.ts'
import { ringOptions, type RingOptions } from './options.ts'
import type { Partition } from './partition.ts'
import { replicasOf, ringOf } from './placement.ts'
import type { Disk, Memory } from './state.ts'
import { lookUp } from './storage.ts'
import { tokenOfKey } from './table-key.ts'
import { entriesText, listed } from '../face/value-text.ts'
import { keysOf } from '../face/keys.ts'
import { cellText } from './cell-text.ts'
import type { StateLine } from '../face/face.ts'

/** How a node of the ring is told: what it holds of the plan's keys, hints it keeps, which nodes it suspects. */
export function ringLines(plan: Plan) {
  const options: RingOptions = { ...ringOptions(plan.options), nodes: plan.nodes }
  const keys = keysOf(plan.ops)
  return (
    node: NodeId,
    { memory, disk }: { readonly memory: unknown; readonly disk: unknown },
    at: number,
  ): readonly StateLine[] => {
    if (disk === undefined) return []
    const held = disk as Disk
    const lines = keys.flatMap((key) => {
      const found = lookUp({ disk: held, options }, key)
      const isReplica = replicasOf(ringOf(held.members, options), tokenOfKey(key)).includes(node)
      return found === undefined && !isReplica ? [] : [keyLine(key, found, Math.floor(at / 1000))]
    })
    return [
      ...lines,
      ...hintLines(held),
      ...opinionLines(memory as Memory | undefined),
      ...memberLines(node, held),
    ]
  }
}

function keyLine(key: string, found: Partition | undefined, nowSeconds: number): StateLine {
  const id = `key ${key}`
  const cells = Object.entries(found?.cells ?? {})
  const live = cells.filter(([, cell]) => isLive(cell, nowSeconds))
  const stamps = [found?.deletion?.markedForDeleteAt, ...cells.map(([, { timestamp }]) => Number(timestamp))]
  const newest = stamps.reduce<number>((most, stamp) => Math.max(most, stamp ?? -Infinity), -Infinity)
  const detail = newest === -Infinity ? {} : { detail: `timestamp ${newest}` }
  if (live.length > 0) {
    const value = live.map(([name, cell]) => (name === 'value' ? '' : `${name} `) + cellText(cell)).join(', ')
    return { id, label: key, value, kind: 'value', ...detail }
  }
  if (found === undefined) return { id, label: key, value: 'nothing', kind: 'nothing' }
  const isDeleted = found.deletion !== undefined || cells.some(([, cell]) => (cell.ttl ?? 0) === 0)
  return { id, label: key, value: isDeleted ? 'tombstone' : 'expired', kind: 'deleted', ...detail }
}

function hintLines({ hints }: Disk): readonly StateLine[] {
  if (hints.size === 0) return []
  const counts = new Map<NodeId, number>()
  for (const [, { to }] of hints) counts.set(to, (counts.get(to) ?? 0) + 1)
  const value = [...counts]
    .map(([to, count]) => `${entriesText(count, 'hint', 'hints')} for ${to}`)
    .join(', ')
  return [{ id: 'hints', label: 'keeps', value, kind: 'hints' }]
}

function opinionLines(memory: Memory | undefined): readonly StateLine[] {
  const down = Object.entries(memory?.opinions ?? {}).flatMap(([id, { up }]) => (up ? [] : [id]))
  return down.length === 0 ? [] : [{ id: 'down', label: 'suspects', value: listed(down), kind: 'opinion' }]
}

function memberLines(node: NodeId, { members }: Disk): readonly StateLine[] {
  const status = members[node]?.status
  return status === undefined || status === 'normal'
    ? []
    : [{ id: 'member', label: 'is', value: status, kind: 'role' }]
}
