import { exactSearch, type Allowed } from './exact.ts'
import type { FilterWhen } from './options.ts'
import type { Hit, Space, Vector } from './space.ts'

/** A search by an index: the k nearest rows that it finds, among those that are allowed. */
export type IndexSearch = (k: number, allowed?: Allowed) => readonly Hit[]

/**
 * The nearest rows that match, with the filter applied before, during or after the index is searched. `after` looks at
 * `candidates` rows and keeps those that match, so it may give fewer than k.
 */
export function filteredSearch(
  space: Space,
  query: Vector,
  search: IndexSearch,
  { k, candidates, when }: { readonly k: number; readonly candidates: number; readonly when: FilterWhen },
  matches: Allowed,
): readonly Hit[] {
  if (when === 'before') return exactSearch(space, query, k, matches)
  if (when === 'during') return search(k, matches)
  return search(Math.max(k, candidates))
    .filter(({ row }) => matches(row))
    .slice(0, k)
}
