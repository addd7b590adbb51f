import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'

/** The folders of whatever a cell can import. */
const folders = ['engine', 'sandbox', 'outline', 'text']

/**
 * A short name for the version of all that cells import, and of the files that make something else of it: 16 hexadecimal
 * digits. `tool` names the version of what works on them.
 */
export function hashOfSources(tool: string, others: readonly string[]): string {
  const hash = createHash('sha256').update(tool)
  const sources = folders.flatMap((folder) => globSync(`src/${folder}/**/*.ts`)).sort()
  for (const path of [...sources, 'package.json', 'src/build/sources.ts', ...others])
    hash.update(`${path}\0`).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}
