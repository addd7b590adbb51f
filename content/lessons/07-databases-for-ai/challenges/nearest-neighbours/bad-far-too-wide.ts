export type Distance = (row: number) => number
export type Links = (row: number) => readonly number[]

export function nearest(start: number, links: Links, distance: Distance): number[] {
  const width = 100
  const seen = new Set([start])
  let best = [{ row: start, far: distance(start), isDone: false }]
  for (;;) {
    // The list is sorted, and nothing beyond its end is ever looked at.
    const next = best.find(({ isDone }) => !isDone)
    if (next === undefined) return best.slice(0, 10).map(({ row }) => row)
    next.isDone = true
    const fresh = links(next.row).filter((row) => !seen.has(row))
    for (const row of fresh) seen.add(row)
    const found = fresh.map((row) => ({ row, far: distance(row), isDone: false }))
    best = [...best, ...found].sort((one, other) => one.far - other.far).slice(0, width)
  }
}
