type Distance = (row: number) => number

export function nearest(_start: number, _links: unknown, distance: Distance): number[] {
  const all = Array.from({ length: 4000 }, (_, row) => ({ row, far: distance(row) }))
  return all
    .sort((one, other) => one.far - other.far)
    .slice(0, 10)
    .map(({ row }) => row)
}
