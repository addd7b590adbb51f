import { getCollection, type CollectionEntry } from 'astro:content'
import { posix } from 'node:path'
import { countComment, countLines, enginePaths, engineSource, exportedNames } from '#build/engine-source.ts'
import { href } from '#site/href.ts'

/** A file as its chapter shows it. Without `look` it stands at the chapter's end, with no words of its own. */
export interface ReadingFile {
  readonly path: string
  /** Its name inside its chapter: without the folder, where the chapter has only one. */
  readonly name: string
  /** Its place on the page: `core-queue`. */
  readonly id: string
  readonly idea?: string
  readonly look?: string
  readonly begin: readonly string[]
  /** On the way of one evening; the others are folded. */
  readonly isEvening: boolean
  readonly lines: number
}

/** A chapter with all its files, those that no text names included. */
export interface Chapter {
  readonly id: string
  readonly number: number
  readonly data: CollectionEntry<'engineChapters'>['data']
  readonly files: readonly ReadingFile[]
  /** Files of its folders that nothing is said about. */
  readonly rest: readonly ReadingFile[]
  readonly lines: number
  readonly eveningLines: number
  /** Of the evening's lines, those that are comment or empty. */
  readonly eveningComment: number
}

/** The place of a file on its chapter's page. */
function fileId(path: string): string {
  return path.replace(/\.ts$/, '').replaceAll('/', '-')
}

/** The place of a name that a file exports. */
export function nameId(path: string, name: string): string {
  return `${fileId(path)}.${name}`
}

let known: Promise<readonly Chapter[]> | undefined

/** The chapters of the book about the engine, in their order; read once in a build. */
export function chaptersInOrder(): Promise<readonly Chapter[]> {
  if (known === undefined || import.meta.env.DEV) known = readChapters()
  return known
}

async function readChapters(): Promise<readonly Chapter[]> {
  const entries = await getCollection('engineChapters')
  const left = new Set((await getCollection('engineNotShown')).map(({ id }) => id))
  const told = new Set(entries.flatMap(({ data }) => data.files.map(({ path }) => path)))
  return entries
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data }): Chapter => {
      const only = data.folders.length === 1 ? `${data.folders[0]}/` : ''
      const shown = (file: Omit<ReadingFile, 'id' | 'name' | 'lines'>): ReadingFile => ({
        ...file,
        id: fileId(file.path),
        name: file.path.startsWith(only) ? file.path.slice(only.length) : file.path,
        lines: countLines(engineSource(file.path)),
      })
      const files = data.files.map(({ pace, ...file }) => shown({ ...file, isEvening: pace === 'evening' }))
      const rest = enginePaths()
        .filter((path) => data.folders.some((folder) => path.startsWith(`${folder}/`)))
        .filter((path) => !told.has(path) && !left.has(path))
        .map((path) => shown({ path, begin: [], isEvening: false }))
      const evening = files.filter(({ isEvening }) => isEvening)
      const sum = (list: readonly ReadingFile[]) => list.reduce((total, { lines }) => total + lines, 0)
      return {
        id,
        number: data.order,
        data,
        files,
        rest,
        lines: sum(files) + sum(rest),
        eveningLines: sum(evening),
        eveningComment: evening.reduce((total, { path }) => total + countComment(engineSource(path)), 0),
      }
    })
}

/**
 * Where a file of the engine is read, or a name in it (`core/queue.ts#Queue`); undefined when no chapter shows the file.
 * A name that the file doesn't export stops the build.
 */
export async function whereIs(target: string): Promise<string | undefined> {
  const [path = '', name] = target.split('#')
  const source = engineSource(path)
  const names = exportedNames(source).map((one) => one.name)
  if (name !== undefined && !names.includes(name))
    throw new Error(
      `content/engine names "${target}": expected a name that src/engine/${path} exports (${names.join(', ')}), received "${name}". Correct it.`,
    )
  const chapters = await chaptersInOrder()
  const chapter = chapters.find(({ files, rest }) => [...files, ...rest].some((file) => file.path === path))
  if (chapter === undefined) return undefined
  return href(`/engine/${chapter.id}/`) + '#' + (name === undefined ? fileId(path) : nameId(path, name))
}

/** `core/queue.ts` as `queue.ts`. */
export function fileName(path: string): string {
  return posix.basename(path)
}
