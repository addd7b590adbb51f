import { Nearest } from './nearest.ts'
import type { Hit, Space, Vector } from './space.ts'

/** Which rows a search may answer with. */
export type Allowed = (row: number) => boolean

/** The k nearest rows, found by comparing the query with every row that's allowed. Never wrong, and it costs n. */
export function exactSearch(space: Space, query: Vector, k: number, allowed: Allowed = () => true): Hit[] {
  const prepared = space.prepared(query)
  const nearest = new Nearest(k)
  for (let row = 0; row < space.rows; row++) {
    if (allowed(row)) nearest.offer(row, space.score(row, prepared))
  }
  return nearest.sorted()
}

/** The share of the true nearest rows that a search found: |found and true| / |true|; 1 when there are none to find. */
export function recallOf(found: readonly Hit[], exact: readonly Hit[]): number {
  const rows = new Set(found.map(({ row }) => row))
  return exact.length === 0 ? 1 : exact.filter(({ row }) => rows.has(row)).length / exact.length
}
