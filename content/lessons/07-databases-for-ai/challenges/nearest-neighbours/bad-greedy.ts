export type Distance = (row: number) => number
export type Links = (row: number) => readonly number[]

export function nearest(start: number, links: Links, distance: Distance): number[] {
  let row = start
  let far = distance(row)
  for (;;) {
    const all = links(row).map((next) => ({ next, far: distance(next) }))
    const sorted = all.sort((one, other) => one.far - other.far)
    const best = sorted[0]
    if (best === undefined || best.far >= far) return [row, ...sorted.map(({ next }) => next)].slice(0, 10)
    row = best.next
    far = best.far
  }
}
