import type { Json, NodeId, Run } from '../core/types.ts'
import { canonical } from '../checks/canonical.ts'
import { readStored, type Stored } from '../checks/stored.ts'
import { keepersOf } from './partitions.ts'
import type { Disk } from './node.ts'
import { logOptions } from './options.ts'

/** A key of the log is a partition; its value is the records that its longest copy has. */
function storedInLog({ final, plan }: Run): Stored {
  const options = logOptions(plan.options, plan.nodes)
  const records = (node: NodeId, key: string): readonly Json[] => {
    const disk = final.get(node)?.disk as Disk | undefined
    return [...(disk?.partitions[Number(key.replace('partition ', ''))] ?? [])].map(([, value]) => value)
  }
  const replicas = (key: string) => keepersOf(options, Number(key.replace('partition ', '')))
  const longest = (key: string) =>
    replicas(key)
      .map((node) => records(node, key))
      .reduce((best, one) => (one.length > best.length ? one : best))
  const all = Array.from({ length: options.partitions }, (_, partition) => `partition ${partition}`)
  return {
    keys: all.filter((key) => longest(key).length > 0),
    replicas,
    value: (key) => canonical(longest(key)),
    copy: (node, key) => canonical(records(node, key)),
  }
}

readStored('log', storedInLog)
