/** Something found, by its name, with the score that one search gave it; lists are best first. */
export interface Ranked {
  readonly id: string
  readonly score: number
}

/**
 * Reciprocal rank fusion: each list gives 1 / (60 + place) to what it found, and scores aren't looked at. Every list has
 * the same vote. (Cormack, Clarke, Büttcher 2009)
 */
export function fuseByRank(lists: readonly (readonly Ranked[])[], constant = 60): Ranked[] {
  const sums = new Map<string, number>()
  for (const list of lists) {
    for (const [place, { id }] of list.entries())
      sums.set(id, (sums.get(id) ?? 0) + 1 / (constant + place + 1))
  }
  return sorted(sums)
}

/** The weighted sum of the scores, each list's scaled to 0..1 for this question first. */
export function fuseByScore(
  lists: readonly { readonly found: readonly Ranked[]; readonly weight: number }[],
): Ranked[] {
  const sums = new Map<string, number>()
  for (const { found, weight } of lists) {
    const scores = found.map(({ score }) => score)
    const least = Math.min(...scores)
    const span = Math.max(...scores) - least
    for (const { id, score } of found) {
      const scaled = span > 0 ? (score - least) / span : 1
      sums.set(id, (sums.get(id) ?? 0) + weight * scaled)
    }
  }
  return sorted(sums)
}

function sorted(sums: ReadonlyMap<string, number>): Ranked[] {
  const found = [...sums].map(([id, score]) => ({ id, score }))
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
