import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import * as legacy from '@noble/hashes/legacy.js'
import * as sha2 from '@noble/hashes/sha2.js'
import * as utils from '@noble/hashes/utils.js'
import { build, transform, type BuildOptions, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '../../..')

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

/** A file of the engine, compiled once: called for each engine, with how that engine finds what the file imports. */
type Factory = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void

/** What the engine imports from outside. */
const outside: Readonly<Record<string, unknown>> = {
  '@noble/hashes/legacy.js': legacy,
  '@noble/hashes/sha2.js': sha2,
  '@noble/hashes/utils.js': utils,
}
const factories = new Map<string, Factory>()

/**
 * The engine with one file changed, loaded beside the true one: each file that imports the changed one, in whatever
 * way, gets the changed text. Only that file is compiled again, because bundling all of them for each of some 400
 * changes took three times as long as trying the changes. What has thousands of plans to run takes {@link fastEngine}.
 */
export async function engineWith(change: Change | undefined): Promise<Engine> {
  const load = await filesWith(change)
  load('stores.ts')
  return load('index.ts') as Engine
}

/** The same file by file: what each exports, those that its index doesn't hand on among them. */
export async function filesWith(change: Change | undefined): Promise<(file: string) => object> {
  const changed =
    change && (await factoryOf(sourceOf(change.file).replace(change.find, () => change.replace)))
  if (factories.size === 0) await compileAll()
  const modules = new Map<string, { exports: object }>()
  const load = (file: string): object => {
    const known = modules.get(file)
    if (known !== undefined) return known.exports
    const factory = file === change?.file ? changed : factories.get(file)
    if (factory === undefined) throw new Error(`the engine has no file ${file}`)
    const module = { exports: {} }
    modules.set(file, module)
    factory((name) => outside[name] ?? load(posix.join(posix.dirname(file), name)), module, module.exports)
    return module.exports
  }
  return load
}

async function compileAll(): Promise<void> {
  const files = readdirSync(join(root, 'src/engine'), { recursive: true }) as string[]
  const sources = files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.ts'))
  const compiled = await Promise.all(
    sources.map(async (file) => [file, await factoryOf(sourceOf(file))] as const),
  )
  for (const [file, factory] of compiled) factories.set(file, factory)
}

async function factoryOf(source: string): Promise<Factory> {
  const { code } = await transform(source, { loader: 'ts', format: 'cjs', target: 'es2022' })
  return new Function('require', 'module', 'exports', code) as Factory
}

/** The same as one module: it takes 0.2 s to make and runs a plan in half the time. */
export async function fastEngine(change?: Change): Promise<Engine> {
  const code = await bundle({ format: 'esm', plugins: change === undefined ? [] : [changing(change)] })
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Engine
}

/** The engine as one script: a module, or a global of a name. */
export async function bundle(how: Pick<BuildOptions, 'format' | 'globalName' | 'plugins'>): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './index.ts'; import './stores.ts'",
      resolveDir: join(root, 'src/engine'),
      loader: 'ts',
    },
    bundle: true,
    ...how,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

function changing({ file, find, replace }: Change): Plugin {
  const path = join(root, 'src/engine', file)
  return {
    name: 'changing',
    setup(setup) {
      // A file that the filter lets through costs a message to and fro: it names the one that's changed.
      setup.onLoad({ filter: new RegExp(`${file.replaceAll('.', '\\.')}$`) }, (loading) =>
        loading.path === path
          ? { contents: sourceOf(file).replace(find, () => replace), loader: 'ts' }
          : undefined,
      )
    },
  }
}
