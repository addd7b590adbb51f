import type { Json, Run } from '../core/types.ts'
import type { Table } from '../core/table.ts'
import { canonical } from '../checks/canonical.ts'
import { readStored, type Stored } from '../checks/stored.ts'
import { isLater, type Kept } from './object-store.ts'

/** Every node keeps every object; the latest version is what a get gives. */
function storedInObjects({ final, plan }: Run): Stored {
  const tables = new Map(
    [...final].map(([id, { disk }]) => [
      id,
      (disk as { readonly objects: Table<string, Kept> } | undefined)?.objects,
    ]),
  )
  const copies = (key: string) => [...tables.values()].flatMap((objects) => objects?.get(key) ?? [])
  const text = (kept: Kept | undefined) => canonical((kept?.value ?? null) as Json)
  return {
    keys: [
      ...new Set([...tables.values()].flatMap((objects) => [...(objects ?? [])].map(([key]) => key))),
    ].sort(),
    replicas: () => plan.nodes.map(({ id }) => id),
    value: (key) =>
      text(copies(key).reduce((best, kept) => (isLater(kept.version, best.version) ? kept : best))),
    copy: (node, key) => text(tables.get(node)?.get(key)),
  }
}

readStored('object-store', storedInObjects)
