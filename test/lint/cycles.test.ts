import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Who imports whom: the paths of files, or of folders. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>

const aliases = Object.entries(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly imports: Record<string, string> }).imports,
)

/** The file that an import names: by its own path, or by an alias of package.json; a package is none. */
function named(by: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return normalize(join(dirname(by), path))
  for (const [alias, target] of aliases) {
    if (alias === path) return normalize(target)
    const stem = alias.replace(/\*$/, '')
    if (stem !== alias && path.startsWith(stem))
      return normalize(target.replace('*', path.slice(stem.length)))
  }
  return undefined
}

function importsOf(files: ReadonlyMap<string, string>): Imports {
  return new Map(
    [...files].map(([file, text]) => [
      file,
      new Set(
        [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)'([^'\n]+)'/g)]
          .map(([, specifier]) => named(file, specifier!))
          .filter((found) => found !== undefined && found !== file && files.has(found)) as string[],
      ),
    ]),
  )
}

/** The same, with a folder at this depth standing for all that's in it; a file that lies higher stands for itself. */
function foldersAt(depth: number, imports: Imports): Imports {
  const folder = (file: string) => file.split('/').slice(0, depth).join('/')
  const folders = new Map<string, Set<string>>()
  for (const [file, targets] of imports) {
    const own = folders.get(folder(file)) ?? new Set<string>()
    folders.set(folder(file), own)
    for (const target of targets) if (folder(target) !== folder(file)) own.add(folder(target))
  }
  return folders
}

/** All that lies on a cycle: what's left when, again and again, those that import nothing that's left are taken away. */
function onCycles(imports: Imports): string[] {
  const ends = (given: Imports) => {
    const left = new Map([...given].map(([one, targets]) => [one, new Set(targets)]))
    for (let before = -1; before !== left.size;) {
      before = left.size
      for (const [one, targets] of left)
        if (![...targets].some((target) => left.has(target))) left.delete(one)
    }
    return left
  }
  const forth = ends(imports)
  // From the other side too: what only leads into a cycle isn't on it.
  const back = new Map([...forth.keys()].map((one) => [one, new Set<string>()]))
  for (const [one, targets] of forth) for (const target of targets) back.get(target)?.add(one)
  return [...ends(back).keys()].sort()
}

const files = new Map(
  ['src', 'components', 'scripts', 'test']
    .flatMap((root) => (readdirSync(root, { recursive: true }) as string[]).map((path) => join(root, path)))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|tsx|astro|mjs)$/.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')]),
)
const imports = importsOf(files)
const product = new Map([...imports].filter(([file]) => /^(src|components)\//.test(file)))

it('no file imports itself by way of others, not even for a type', () => {
  expect([...imports.values()].reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(3000)
  expect(onCycles(imports)).toEqual([])
})

it.each([2, 3, 4, 5])('no folder of the product at depth %i imports itself by way of others', (depth) => {
  expect(onCycles(foldersAt(depth, product))).toEqual([])
})

it('a cycle is found: of two files, of types alone, by aliases, and of folders whose files have none', () => {
  const planted = (...more: [string, string][]) => importsOf(new Map([...files, ...more]))
  const two = planted(
    ['src/text/one.ts', "import type { B } from './two.ts'"],
    ['src/text/two.ts', "import { numbers } from './numbers.ts'\nimport('#text/one.ts')"],
    ['src/text/three.ts', "export * from './one.ts'"],
  )
  expect(onCycles(two)).toEqual(['src/text/one.ts', 'src/text/two.ts'])
  const folders = planted(
    ['src/a/b/one.ts', "import '../c/two.ts'"],
    ['src/a/b/other.ts', ''],
    ['src/a/c/two.ts', ''],
    ['src/a/c/more.ts', "import '../b/other.ts'"],
  )
  expect(onCycles(folders)).toEqual([])
  expect(onCycles(foldersAt(3, folders))).toEqual(['src/a/b', 'src/a/c'])
})
