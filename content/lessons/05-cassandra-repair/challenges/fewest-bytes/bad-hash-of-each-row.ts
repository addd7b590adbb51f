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
  for (let row = 0; row < 32; row++) {
    const path = row.toString(2).padStart(5, '0')
    if ((yield* theirs.hash(path)) === mine.hash(path)) continue
    mine.put(yield* theirs.rows(path))
    yield* theirs.put(mine.rows(path))
  }
}
