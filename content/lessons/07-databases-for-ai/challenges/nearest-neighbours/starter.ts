export type Distance = (row: number) => number
export type Links = (row: number) => readonly number[]

export function nearest(start: number, links: Links, distance: Distance): number[] {
  let row = start
  let far = distance(row)
  const path = [row]
  for (;;) {
    const all = links(row).map((next) => ({ next, far: distance(next) }))
    const best = all.sort((one, other) => one.far - other.far)[0]
    if (best === undefined || best.far >= far) return path.slice(-10)
    row = best.next
    far = best.far
    path.push(row)
  }
}
