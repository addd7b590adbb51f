import type { Task } from 'engine'

/** '' is the root, '0' and '1' its children, six digits are a row. */
type Path = string

export function* differing(ours: (path: Path) => string, theirs: (path: Path) => Task<string>): Task<Path[]> {
  function* below(path: Path): Task<Path[]> {
    if ((yield* theirs(path)) === ours(path)) return []
    if (path.length === 6) return [path]
    return [...(yield* below(path + '0')), ...(yield* below(path + '1'))]
  }
  return yield* below('')
}
