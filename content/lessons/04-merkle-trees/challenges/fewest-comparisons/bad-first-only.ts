import type { Task } from 'engine'

/** '' is the root, '0' and '1' its children, six digits are a row. */
type Path = string

export function* differing(ours: (path: Path) => string, theirs: (path: Path) => Task<string>): Task<Path[]> {
  let path = ''
  if ((yield* theirs(path)) === ours(path)) return []
  while (path.length < 6) path += (yield* theirs(path + '0')) === ours(path + '0') ? '1' : '0'
  return [path]
}
