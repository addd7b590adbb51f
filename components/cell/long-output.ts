import type { Item } from '#sandbox/items.ts'

/** As much as is read aloud when a run has shown it. */
const mostAloud = 20

/** Whether an output is too long to be read aloud by itself. */
export function isLong(items: readonly Item[] | undefined): boolean {
  return items !== undefined && items.length > mostAloud
}
