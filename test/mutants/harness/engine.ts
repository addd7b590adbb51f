import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '../../..')

/** The engine, and the stores of lesson 7, which make themselves known. */
const everything = "export * from './index.ts'; import './stores.ts'"

/** The engine as a module of its own: all that its index exports. */
export type Engine = typeof import('#engine')

/** The engine's file, as it stands. */
export function sourceOf(file: string): string {
  return readFileSync(join(root, 'src/engine', file), 'utf8')
}

/** A change of one file's text. */
export interface Change {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** How often the file has the text; a change is good when it is 1. */
export function occurrences({ file, find }: Change): number {
  return sourceOf(file).split(find).length - 1
}

/**
 * The engine with one file changed, loaded beside the true one. It is bundled in memory, so that every import of the
 * file, also one by an alias, gets the changed text.
 */
export async function engineWith(change: Change | undefined): Promise<Engine> {
  const code = await bundle('esm', undefined, change)
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Engine
}

/** The engine as one script: a module, or a global of this name. */
export async function bundle(format: 'esm' | 'iife', globalName?: string, change?: Change): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: everything, resolveDir: join(root, 'src/engine'), loader: 'ts' },
    bundle: true,
    format,
    ...(globalName === undefined ? {} : { globalName }),
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    write: false,
    plugins: change === undefined ? [] : [changed(change)],
  })
  return outputFiles[0]?.text ?? ''
}

function changed({ file, find, replace }: Change): Plugin {
  const path = join(root, 'src/engine', file)
  return {
    name: 'change',
    setup(setup) {
      setup.onLoad({ filter: /\.ts$/ }, (loading) =>
        loading.path === path
          ? { contents: sourceOf(file).replace(find, () => replace), loader: 'ts' }
          : undefined,
      )
    },
  }
}
