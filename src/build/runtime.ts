import { build, type Plugin } from 'esbuild'
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { PartName, PartTable } from '#sandbox/engine-part.ts'
import { bundle, digest, type Script, type StandIn } from './bundle.ts'

const sandbox = 'src/sandbox'
const engine = 'src/engine'

/**
 * The file of each part: those of `sandbox/parts`, then each system, which is a folder of the engine that has a face. A
 * name that a system hands on from the trees is looked for in the trees first.
 */
const partFiles: ReadonlyMap<PartName, string> = new Map([
  ...readdirSync(`${sandbox}/parts`)
    .filter((file) => file !== 'all.ts')
    .sort()
    .map((file): [string, string] => [basename(file, '.ts'), `${sandbox}/parts/${file}`]),
  ...readdirSync(engine)
    .filter(
      (folder) => existsSync(`${engine}/${folder}/face.ts`) && existsSync(`${engine}/${folder}/index.ts`),
    )
    .sort()
    .map((folder): [string, string] => [folder, `${engine}/${folder}/index.ts`]),
])

/** The names of all parts. */
export const partNames: readonly PartName[] = [...partFiles.keys()]

/** What each part's file exports, and what it's made of: read by the bundler, never run. */
const read = await build({
  entryPoints: Object.fromEntries([
    ['always', `${sandbox}/cell-api.ts`],
    ['whole', `${sandbox}/parts/all.ts`],
    ...partFiles,
  ]),
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  outdir: 'parts',
  plugins: [readWith(withoutFaces([]))],
})
/** The same for the reading of what a part is made of. */
function readWith({ isMeant, text }: StandIn): Plugin {
  return {
    name: 'stand-in',
    setup(setup) {
      setup.onResolve({ filter: /./ }, ({ path, importer }) =>
        isMeant(path, importer) ? { path, namespace: 'stand-in' } : undefined,
      )
      setup.onLoad({ filter: /./, namespace: 'stand-in' }, () => ({ contents: text }))
    },
  }
}

const outputs = new Map(
  Object.entries(read.metafile.outputs).map(([path, output]) => [
    path.replace(/^.*?parts\/(.*)\.js$/, '$1'),
    output,
  ]),
)

const exportsOf = (entry: string) => outputs.get(entry)!.exports
const inParts = new Set(partNames.flatMap(exportsOf))

/** What a cell finds in each part, by name. */
export const partTable: PartTable = {
  always: exportsOf('always'),
  parts: Object.fromEntries(partNames.map((part) => [part, exportsOf(part)])),
  rest: exportsOf('whole').filter((name) => !inParts.has(name)),
}

/** Which files of its systems these parts ask for: what they store where a check looks inside, when they rest where futures are played. */
function asksFor(parts: readonly PartName[]): readonly string[] {
  const inputs = parts.flatMap((part) => Object.keys(outputs.get(part)!.inputs))
  const asks = { './stored.ts': 'engine/checks/stored.ts', './at-rest.ts': 'engine/checks/rest.ts' }
  return Object.entries(asks).flatMap(([file, by]) =>
    inputs.some((path) => path.endsWith(by)) ? [file] : [],
  )
}

const bundled = new Map<string, Promise<Script>>()

/** What closes the world, runs the cells and shows what they show: the same for all of them. Declares `prelude`. */
export function prelude(): Promise<Script> {
  return once('prelude', () => bundle({ globalName: 'prelude', contents: "export * from './prelude.ts'" }))
}

/** These parts of the engine. Declares `engine`; the prelude comes before it. All parts: everything there is. */
export function engineOf(parts: readonly PartName[]): Promise<Script> {
  return once(parts.join(), () =>
    bundle({
      globalName: 'engine',
      contents: entryOf(parts),
      standIns: [takenFromPrelude(false), withoutFaces(asksFor(parts))],
    }),
  )
}

/** What watches a run, for an editor that's open. Declares `watching`; the prelude comes before it. */
export function watching(): Promise<Script> {
  return once('watching', () =>
    bundle({
      globalName: 'watching',
      contents: "export * from './seen.ts'",
      standIns: [takenFromPrelude(true)],
    }),
  )
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

/** Takes the names of the parts one by one, so that nothing else comes along. */
function entryOf(parts: readonly PartName[]): string {
  if (parts.length === partNames.length) return "export * from './parts/all.ts'"
  const homes = new Map(parts.flatMap((part) => partTable.parts[part]!.map((name) => [name, part])))
  return [
    ...[...homes].map(([name, part]) => `export { ${name} } from ${fileOf(part)}`),
    ...parts.map((part) => `import ${fileOf(part)}`),
  ].join('\n')
}

function fileOf(part: PartName): string {
  return JSON.stringify(resolve(partFiles.get(part)!))
}

/** A cell draws nothing and explains nothing, so it gets no system's face, and of a system's other files only those it asks for. */
function withoutFaces(asked: readonly string[]): StandIn {
  return {
    text: '',
    isMeant: (path, importer) =>
      /^\.\/(?:at-rest|face|stored)\.ts$/.test(path) &&
      basename(importer) === 'index.ts' &&
      basename(dirname(dirname(importer))) === 'engine' &&
      !asked.includes(path),
  }
}

/**
 * The sandbox's own modules have a state that is there once: an engine takes them from the prelude before it. What watches
 * takes the printing of values from there too, since it would travel twice.
 */
function takenFromPrelude(printing: boolean): StandIn {
  const own = ['draw-run', 'pictures', 'running', 'sink', ...(printing ? ['describe', 'format'] : [])]
  const names =
    'addDrawer, currentRun, drawRun, emit, needScenario, needSeeds, publish, rememberRun, whileFollowed, whileRunning, reportError, tellProgress'
  return {
    text: `export const { ${names}${printing ? ', describe, inline' : ''} } = prelude`,
    isMeant: (path) => new RegExp(`/(?:${own.join('|')})\\.ts$`).test(path),
  }
}
