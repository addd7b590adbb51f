/**
 * Made-up rows to search: `count` rows of `dims` numbers from about -1 to 1, scattered within `spread` of as many places
 * as there are `clusters`, in turn. The same seed gives the same rows everywhere.
 */
export function scatter(
  count: number,
  dims: number,
  { clusters = count, spread = 0, seed = 7 }: { clusters?: number; spread?: number; seed?: number } = {},
): number[][] {
  let state = seed
  const draw = () => {
    state = (state * 16807) % 2147483647
    return (2 * state) / 2147483647 - 1
  }
  const centres = Array.from({ length: clusters }, () => Array.from({ length: dims }, draw))
  return Array.from({ length: count }, (_, row) =>
    centres[row % clusters]!.map((place) => place + spread * draw()),
  )
}
