import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { QuestionFile } from '#learning/question-file.ts'
import { archive } from './archive.ts'
import type { Files } from './archive.ts'
import { chaptersOf, withLinks } from './chapters.ts'
import { epubBook, firstFile } from './epub/book.ts'
import { hasItem } from './qti/item.ts'
import { qtiPackage } from './qti/package.ts'
import { bookStyle } from './epub/style.ts'
import { scormPackage } from './scorm/package.ts'

/** A package that was made: its file's name, its bytes, and the files in it. */
export interface Made {
  readonly name: string
  readonly bytes: Uint8Array
  readonly files: Files
}

/** The names of the packages, as the page for teachers links them. */
const packageNames = [
  'anti-entropy-scorm-1.2.zip',
  'anti-entropy-scorm-2004.zip',
  'anti-entropy-qti-2.1.zip',
  'anti-entropy-qti-3.0.zip',
  'anti-entropy.epub',
] as const

/**
 * Makes every package of a built site, from the page of the whole course and from the questions that the page for teachers
 * is made of. `modified` is when the course was last changed.
 */
export async function makePackages(
  root: string,
  site: string | undefined,
  modified: string,
): Promise<readonly Made[]> {
  const read = (path: string) => readFile(join(root, path), 'utf8')
  const file = JSON.parse(await read('teach/questions.json')) as QuestionFile
  const { chapters, style } = chaptersOf(await read('course/index.html'))
  const apart = chapters.map((chapter) => withLinks(chapter, chapters, () => undefined))
  const shared = { player: await player(), style: bookStyle(style) }
  const book = { title: 'Anti-Entropy, an interactive notebook of distributed systems', site, modified }
  const contents: readonly Files[] = [
    scormPackage(file, apart, shared, '1.2'),
    scormPackage(file, apart, shared, '2004'),
    qtiPackage(file, '2.1'),
    qtiPackage(file, '3.0'),
    epubBook(chapters, style, book),
  ]
  return packageNames.map((name, index) => {
    const files = contents[index]!
    return { name, files, bytes: archive(files, name.endsWith('.epub') ? [firstFile] : []) }
  })
}

/** How many questions of a course no QTI package can ask, by kind. */
export function leftOutOfQti({ lessons }: QuestionFile): ReadonlyMap<string, number> {
  const left = new Map<string, number>()
  for (const question of lessons.flatMap(({ questions }) => questions))
    if (!hasItem(question)) left.set(question.kind, (left.get(question.kind) ?? 0) + 1)
  return left
}

/** Writes packages beside the site, into `packages/`. */
export async function writePackages(root: string, made: readonly Made[]): Promise<void> {
  const folder = join(root, 'packages')
  if (!existsSync(folder)) await mkdir(folder)
  for (const { name, bytes } of made) await writeFile(join(folder, name), bytes)
}

/** The program that asks a lesson's questions in a learning platform, as one script. */
async function player(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['components/teach/sco/player.tsx'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'import.meta.env.PUBLIC_ISSUES': 'undefined', 'import.meta.env.BASE_URL': '"/"' },
  })
  return outputFiles[0]!.text
}
