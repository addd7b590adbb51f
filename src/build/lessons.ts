import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onceABuild } from './once-a-build.ts'

const root = 'content/lessons'
const foldersIn = onceABuild((folder: string): readonly string[] => byNumber(readdirSync(folder)))
const cellsIn = onceABuild((folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).sort() : [],
)
const folderOf = onceABuild((slug: string) =>
  foldersIn(root).find((name) => name.replace(/^\d+-/, '') === slug),
)

/** Folders of lessons by their numbers: `100-…` comes after `11-…`, and what has no number after all that have one. */
export function byNumber(folders: readonly string[]): readonly string[] {
  return folders.toSorted((one, other) => numberOf(one) - numberOf(other) || (one < other ? -1 : 1))
}

function numberOf(folder: string): number {
  const digits = /^\d+/.exec(folder)?.[0]
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits)
}

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

/** The slugs of all lessons, in the course's order; of those up to a lesson, itself among them, where one is named. */
export function lessonSlugs(upTo?: string): readonly string[] {
  const slugs = foldersIn(root).map((name) => name.replace(/^\d+-/, ''))
  return upTo === undefined ? slugs : slugs.slice(0, slugs.indexOf(upTo) + 1)
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
