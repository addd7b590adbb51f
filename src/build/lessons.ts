import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onceABuild } from './once-a-build.ts'

const root = 'content/lessons'
const foldersIn = onceABuild((folder: string): readonly string[] => readdirSync(folder).sort())
const cellsIn = onceABuild((folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).sort() : [],
)
const folderOf = onceABuild((slug: string) =>
  foldersIn(root).find((name) => name.replace(/^\d+-/, '') === slug),
)

/** The folder of a lesson (`content/lessons/04-merkle-trees`), by its slug. */
export function lessonFolder(slug: string): string {
  const found = folderOf(slug)
  if (found === undefined) {
    throw new Error(
      `There is no lesson "${slug}" in ${root}. Expected one of: ${foldersIn(root).join(', ')}.`,
    )
  }
  return join(root, found)
}

/** The slugs of all lessons, in the course's order. */
export function lessonSlugs(): readonly string[] {
  return foldersIn(root).map((name) => name.replace(/^\d+-/, ''))
}

/** The names of a lesson's cells, sorted; empty when it has none. */
export function cellNames(slug: string): readonly string[] {
  return cellsIn(join(lessonFolder(slug), 'cells'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
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
