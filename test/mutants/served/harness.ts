import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** A place of a layer above the engine that is broken on purpose, and what the layer then does otherwise. */
export interface Broken<Told> {
  /** As a fault: 'every sync is a step'. */
  readonly what: string
  /** Below src, with a text that it has exactly once. */
  readonly file: string
  readonly find: string
  readonly replace: string
  /** Asks the layer; {@link sound} is its answer as long as nothing is broken. */
  says(told: Told): unknown
  readonly sound: unknown
}

/** The broken places of one folder of src. */
export interface Table<Told> {
  /** A module that exports all that is asked. */
  readonly entry: string
  readonly broken: readonly Broken<Told>[]
}

/** Keeps a table's own type from its readers, who only hand its module back to it. */
export function tableOf<Told>(table: Table<Told>): Table<unknown> {
  return table as Table<unknown>
}

/** How often the file has the text; a change is good when it is 1. */
export function occurrences({ file, find }: Pick<Broken<unknown>, 'file' | 'find'>): number {
  return readFileSync(resolve('src', file), 'utf8').split(find).length - 1
}

/** The table's module, bundled in memory, with one file of it changed or as it stands. */
export async function moduleOf(
  entry: string,
  change?: Pick<Broken<unknown>, 'file' | 'find' | 'replace'>,
): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    external: ['node:*'],
    write: false,
    plugins: [rawText, ...(change === undefined ? [] : [changed(change)])],
  })
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`)
}

function changed({ file, find, replace }: Pick<Broken<unknown>, 'file' | 'find' | 'replace'>): Plugin {
  const path = resolve('src', file)
  return {
    name: 'changed',
    setup(setup) {
      setup.onLoad({ filter: /\.tsx?$/ }, (loading) =>
        loading.path === path
          ? { contents: readFileSync(path, 'utf8').replace(find, () => replace), loader: 'ts' }
          : undefined,
      )
    },
  }
}

/** `import text from './file?raw'`, as the site's own bundler reads it. */
const rawText: Plugin = {
  name: 'raw text',
  setup(setup) {
    setup.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw',
    }))
    setup.onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }))
  },
}
