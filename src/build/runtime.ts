import { createHash } from 'node:crypto'
import { build, type Plugin } from 'esbuild'
import { partNames, type PartName, type PartTable } from '#sandbox/part.ts'
import * as duel from '#sandbox/parts/duel.ts'
import * as judge from '#sandbox/parts/judge.ts'
import * as ring from '#sandbox/parts/ring.ts'
import * as run from '#sandbox/parts/run.ts'
import * as search from '#sandbox/parts/search.ts'
import * as stored from '#sandbox/parts/stored.ts'
import * as trees from '#sandbox/parts/trees.ts'
import * as upkeep from '#sandbox/parts/upkeep.ts'
import * as set from '#sandbox/parts/set.ts'
import * as sharded from '#sandbox/parts/sharded.ts'
import * as surface from '#sandbox/surface.ts'

const modules = {
  always: surface,
  trees,
  run,
  ring,
  set,
  sharded,
  duel,
  upkeep,
  search,
  stored,
  judge,
} satisfies Record<PartName | 'always', object>

/** What a cell finds in each part, by name. */
export const partTable = Object.fromEntries(
  Object.entries(modules).map(([part, module]) => [part, Object.keys(module)]),
) as unknown as PartTable

/** A script that every run begins with, in the browser and in Node alike. */
export interface Script {
  readonly text: string
  /** Names the version: it is part of the file's address. */
  readonly hash: string
}

const bundled = new Map<string, Promise<Script>>()

/** What closes the world, runs the cells and shows what they show: the same for all of them. Declares `prelude`. */
export function prelude(): Promise<Script> {
  return once('prelude', () => bundle('prelude', "export * from './prelude.ts'"))
}

/** These parts of the engine. Declares `engine`; the prelude comes before it. All parts: everything there is. */
export function engineOf(parts: readonly PartName[]): Promise<Script> {
  return once(parts.join(), () => bundle('engine', entryOf(parts), [fromPrelude]))
}

/** Prelude and engine as one text, for a run in Node. */
export async function runtime(parts: readonly PartName[]): Promise<Script> {
  const text = [await prelude(), await engineOf(parts)].map((script) => script.text).join('\n')
  return { text, hash: digest(text) }
}

function once(key: string, make: () => Promise<Script>): Promise<Script> {
  let made = bundled.get(key)
  if (made === undefined) {
    made = make()
    bundled.set(key, made)
  }
  return made
}

async function bundle(globalName: string, contents: string, plugins: Plugin[] = []): Promise<Script> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: 'src/sandbox', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    plugins,
  })
  const text = outputFiles[0]!.text
  return { text, hash: digest(text) }
}

/** Takes the names of the parts one by one, so that nothing else comes along. */
function entryOf(parts: readonly PartName[]): string {
  if (parts.length === partNames.length) return "export * from './parts/all.ts'"
  const homes = new Map(parts.flatMap((part) => partTable[part].map((name) => [name, part])))
  return [
    ...[...homes].map(([name, part]) => `export { ${name} } from './parts/${part}.ts'`),
    ...parts.map((part) => `import './parts/${part}.ts'`),
  ].join('\n')
}

/** The sandbox's own modules have a state that is there once: an engine takes them from the prelude before it. */
const fromPrelude: Plugin = {
  name: 'from prelude',
  setup(setup) {
    setup.onResolve({ filter: /\/(?:draw-run|pictures|running|sink)\.ts$/ }, ({ path }) => ({
      path,
      namespace: 'prelude',
    }))
    setup.onLoad({ filter: /./, namespace: 'prelude' }, () => ({
      contents: 'export const { addDrawer, drawRun, rememberRun, whileRunning, reportError } = prelude',
    }))
  },
}

/** A short name for a text's version: 16 hexadecimal digits of its SHA-256. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
