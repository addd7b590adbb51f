import type { Task } from 'engine'

/** '' is the root, '0' and '1' its children, six digits are a row. */
type Path = string

export function* differing(ours: (path: Path) => string, theirs: (path: Path) => Task<string>): Task<Path[]> {
  const found: Path[] = []
  for (let row = 0; row < 64; row++) {
    const path = row.toString(2).padStart(6, '0')
    if ((yield* theirs(path)) !== ours(path)) found.push(path)
  }
  return found
}
