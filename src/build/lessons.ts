import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = 'content/lessons'

/** The folder of a lesson (`content/lessons/04-merkle-trees`), by its slug. */
export function lessonFolder(slug: string): string {
  const folders = readdirSync(root)
  const found = folders.find((name) => name.replace(/^\d+-/, '') === slug)
  if (found === undefined) {
    throw new Error(`There is no lesson "${slug}" in ${root}. Expected one of: ${folders.join(', ')}.`)
  }
  return join(root, found)
}

/** The slugs of all lessons, in the course's order. */
export function lessonSlugs(): readonly string[] {
  return readdirSync(root)
    .sort()
    .map((name) => name.replace(/^\d+-/, ''))
}

/** The names of a lesson's cells, sorted; empty when it has none. */
export function cellNames(slug: string): readonly string[] {
  const folder = join(lessonFolder(slug), 'cells')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort()
}

/** The author's text of a cell. */
export function cellSource(slug: string, cell: string): string {
  const names = cellNames(slug)
  if (!names.includes(cell)) {
    throw new Error(
      `The lesson "${slug}" has no cell "${cell}". Expected one of: ${names.join(', ') || '(none)'}. ` +
        `A cell is a file ${join(lessonFolder(slug), 'cells', `${cell}.ts`)}.`,
    )
  }
  return readFileSync(join(lessonFolder(slug), 'cells', `${cell}.ts`), 'utf8')
}
