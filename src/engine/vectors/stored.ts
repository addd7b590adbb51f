import type { Run } from '../core/types.ts'
import { canonical } from '../checks/canonical.ts'
import { readStored, type Stored } from '../checks/stored.ts'
import type { StoredRow, VectorNode } from './state.ts'

/** Every node keeps every row; the one that was written last is what all of them should have. */
function storedInIndex({ final, plan }: Run): Stored {
  const rows = new Map(
    [...final].map(([id, { disk }]) => [id, (disk as VectorNode['disk'] | undefined)?.rows]),
  )
  const copies = (key: string) => [...rows.values()].flatMap((table) => table?.get(key) ?? [])
  const text = (row: StoredRow | undefined) =>
    canonical(row === undefined || row.deleted === true ? null : { tags: row.tags, vector: row.vector })
  return {
    keys: [...new Set([...rows.values()].flatMap((table) => [...(table ?? [])].map(([key]) => key)))].sort(),
    replicas: () => plan.nodes.map(({ id }) => id),
    value: (key) => text(copies(key).reduce((last, row) => (row.timestamp > last.timestamp ? row : last))),
    copy: (node, key) => text(rows.get(node)?.get(key)),
  }
}

readStored('vectors', storedInIndex)
