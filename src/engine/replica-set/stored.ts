import type { Run } from '../core/types.ts'
import { canonical } from '../checks/canonical.ts'
import { readStored, type Stored } from '../checks/stored.ts'
import { applied } from './oplog.ts'
import { compareOpTimes } from './optime.ts'
import type { ReplicaSetSettings } from './options.ts'
import type { Disk as MemberDisk } from './state.ts'

/** In a replica set the member with the latest entry decides: it would be elected, and the others would follow it. */
export function storedInSet({ plan, final }: Run): Stored {
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

readStored('replica-set', storedInSet)
