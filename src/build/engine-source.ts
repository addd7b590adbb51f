import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const root = 'src/engine'

/** The path of every source file of the engine (`core/queue.ts`), sorted. */
export function enginePaths(): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
}

/** The text of a file of the engine. */
export function engineSource(path: string): string {
  if (!path.endsWith('.ts') || !existsSync(join(root, path))) {
    const paths = enginePaths()
    const near = paths.filter((other) => posix.basename(other) === posix.basename(path))
    throw new Error(
      `${root} has no file "${path}". Expected a path below it, such as "${near[0] ?? paths[0]}". ` +
        'Correct the path in content/engine.',
    )
  }
  return readFileSync(join(root, path), 'utf8')
}

/** How many lines a text has; the line break at its end begins no other. */
export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

/** How many lines hold no code: they're empty, or comment from end to end. */
export function countComment(text: string): number {
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.filter((line) => /^\s*($|\/\/|\/?\*)/.test(line)).length
}

/** A name that a file declares and exports, and the line (from 1) where it does. */
interface ExportedName {
  readonly name: string
  readonly line: number
}

const declaration =
  /^export (?:declare |abstract |async )*(?:function\*?|class|const|let|interface|type) ([A-Za-z_$][\w$]*)/

/** What a file exports of its own, in its order. What it only hands on from another file isn't counted. */
export function exportedNames(source: string): readonly ExportedName[] {
  return source.split('\n').flatMap((text, index) => {
    const name = declaration.exec(text)?.[1]
    return name === undefined ? [] : [{ name, line: index + 1 }]
  })
}

/** The file of the engine that a relative import in another one means: `core/run.ts` imports `./misuse.ts`. */
export function importedPath(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.join(posix.dirname(from), specifier)
}

/** Items of reference data by file (`merkle`), as many as the conformance test checks. */
export function referenceItems(): ReadonlyMap<string, number> {
  const folder = 'test/conformance/data/dev'
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const { items } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
          items: readonly unknown[]
        }
        return [file.replace(/\.json$/, ''), items.length]
      }),
  )
}
