import { createHash } from 'node:crypto'
import { rolldown, VERSION, type Plugin } from 'rolldown'
import { keep, readKept } from './kept.ts'
import { hashOfSources } from './sources.ts'

const memory = '.cache/bundles'

const entry = '\0entry'

/** A script that every run begins with, in the browser and in Node alike. */
export interface Script {
  readonly text: string
  /** Names the version: it's part of the file's address. */
  readonly hash: string
}

/** What to take from where, and under which names. */
interface Bundle {
  /** The constant that the script declares: an object that nobody can change, with all that `contents` exports. */
  readonly globalName: string
  /** The entry, a module of `src/sandbox`. */
  readonly contents: string
  /** Modules of which only the end of the path matters, and what stands for them. */
  readonly standIns?: readonly StandIn[]
}

/** What is there in place of some modules: `text`, for each path that `isMeant`. */
export interface StandIn {
  readonly isMeant: (path: string, importer: string) => boolean
  readonly text: string
}

const sources = hashOfSources(VERSION, ['src/build/bundle.ts', 'src/build/runtime.ts'])

/** Bundles a script and writes it as short as it can be said. Kept until anything that it's made of changes. */
export async function bundle({ globalName, contents, standIns = [] }: Bundle): Promise<Script> {
  const key = digest([sources, globalName, contents, ...standIns.map(({ text }) => text)].join('\0'))
  const path = `${memory}/${key}.json`
  const known = readKept(path) as Script | undefined
  if (known !== undefined) return known
  const work = await rolldown({
    input: entry,
    tsconfig: false,
    transform: { target: 'es2022' },
    plugins: [entryOf(contents), ...standIns.map(standingIn)],
  })
  const { output } = await work.generate({
    format: 'iife',
    name: globalName,
    exports: 'named',
    generatedCode: { symbols: false },
    comments: false,
    minify: true,
  })
  await work.close()
  // A cell that imports nothing has an engine all the same: an empty one.
  const code = output[0].code.trim() || `var ${globalName}={};`
  // The engine is judged with: what a reader's code is given of it stays as it is.
  const text = `${code}\nObject.freeze(${globalName})\n`
  const script = { text, hash: digest(text) }
  keep(path, script)
  return script
}

function entryOf(contents: string): Plugin {
  return {
    name: 'entry',
    resolveId: (id, importer) => {
      if (id === entry) return entry
      return importer === entry && id.startsWith('.') ? `${process.cwd()}/src/sandbox/${id.slice(2)}` : null
    },
    load: (id) => (id === entry ? contents : null),
  }
}

function standingIn({ isMeant, text }: StandIn, place: number): Plugin {
  const name = `\0stand-in-${place}`
  return {
    name,
    resolveId: (path, importer) => (importer !== undefined && isMeant(path, importer) ? name : null),
    load: (id) => (id === name ? text : null),
  }
}

/** A short name for a text's version: 16 hexadecimal digits of its SHA-256. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
