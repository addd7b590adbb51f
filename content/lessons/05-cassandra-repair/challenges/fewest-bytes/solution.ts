import type { Task } from 'engine'

/** '' is everything, '0' and '1' its halves, five digits are one row. */
type Path = string
export type Row = { path: Path; value: string; at: number }
export type Mine = {
  hash(path: Path): string
  rows(path: Path): Row[]
  put(rows: Row[]): void
}
export type Theirs = {
  hash(path: Path): Task<string>
  rows(path: Path): Task<Row[]>
  put(rows: Row[]): Task<void>
}

export function* repair(mine: Mine, theirs: Theirs): Task<void> {
  function* below(path: Path): Task<void> {
    if ((yield* theirs.hash(path)) === mine.hash(path)) return
    if (path.length < 5) {
      yield* below(path + '0')
      yield* below(path + '1')
      return
    }
    const ours = mine.rows(path)
    mine.put(yield* theirs.rows(path))
    // B needs our row only if it's the newer one.
    const kept = mine.rows(path)
    if (ours.length > 0 && kept[0]?.value === ours[0]?.value) yield* theirs.put(kept)
  }
  yield* below('')
}
