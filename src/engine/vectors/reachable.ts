import type { Hnsw } from './hnsw.ts'

/** The rows that a walk from the entry can get to: in each layer along its links, then down. */
export function reachable(index: Hnsw): ReadonlySet<number> {
  const reached = new Set<number>()
  if (index.entry < 0) return reached
  reached.add(index.entry)
  for (let layer = index.layerOf(index.entry); layer >= 0; layer--) {
    const toWalk = [...reached]
    for (let from = toWalk.pop(); from !== undefined; from = toWalk.pop()) {
      for (const to of index.links[from]![layer] ?? []) {
        if (reached.has(to)) continue
        reached.add(to)
        toWalk.push(to)
      }
    }
  }
  return reached
}

/** The rows that the index holds and no query finds, however wide its beam: nothing that can be reached links to them. */
export function lostRows(index: Hnsw): readonly number[] {
  const reached = reachable(index)
  return [...index.links.keys()].filter((row) => index.has(row) && !reached.has(row))
}

/** Takes the lost rows out and puts them in again, until none is lost; answers how often rows were put in. */
export function repairLost(index: Hnsw, rounds = 10): number {
  let put = 0
  for (let round = 0; round < rounds; round++) {
    const lost = lostRows(index)
    if (lost.length === 0) break
    for (const row of lost) {
      index.remove(row, 'drop')
      index.add(row)
      put++
    }
  }
  return put
}
