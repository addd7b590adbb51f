import { drawKeyOf } from '../core/draws.ts'
import { Table } from '../core/table.ts'
import type { Json, NodeId } from '../core/types.ts'
import type { LogOptions } from './options.ts'
import type { Records, LogNode } from './node.ts'

/** The partition of a record: by its key, so that records of one key stay in order. */
export function partitionOf({ partitions }: Pick<LogOptions, 'partitions'>, key: string): number {
  return (drawKeyOf(key) >>> 0) % partitions
}

/** Who keeps a partition; the first of them leads it. */
export function keepersOf({ nodes, copies }: LogOptions, partition: number): readonly NodeId[] {
  return Array.from({ length: copies }, (_, place) => nodes[(partition + place) % nodes.length]!.id)
}

/** What a partition holds before its first record. */
export const noRecords: Records = Table.empty()

/** The node that takes a partition’s records and answers for them. */
export function leaderOf(node: LogNode, partition: number): NodeId {
  return keepersOf(node.options, partition)[0]!
}

/** The offset that the partition’s next record gets here. */
export function endOf(node: LogNode, partition: number): number {
  return (node.disk.partitions[partition] ?? noRecords).size
}

/** Puts a record behind the partition’s last, without a sync; gives its offset. */
export function store(node: LogNode, partition: number, value: Json): number {
  const records = node.disk.partitions[partition] ?? noRecords
  const offset = records.size
  node.disk = {
    ...node.disk,
    partitions: { ...node.disk.partitions, [partition]: records.set(offset, value) },
  }
  return offset
}
