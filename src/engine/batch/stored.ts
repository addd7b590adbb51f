import type { Json, Run } from '../core/types.ts'
import { canonical } from '../checks/canonical.ts'
import { readStored, type Stored } from '../checks/stored.ts'

/** The driver alone keeps results, a key for each job. */
function storedInBatch({ final, plan }: Run): Stored {
  const driver = plan.nodes[0]!.id
  const results =
    (final.get(driver)?.disk as { readonly results?: { readonly [job: string]: Json } })?.results ?? {}
  const text = (key: string) => canonical(results[key] ?? null)
  return {
    keys: Object.keys(results).sort(),
    replicas: () => [driver],
    value: text,
    copy: (_, key) => text(key),
  }
}

readStored('batch', storedInBatch)
