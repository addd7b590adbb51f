import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { keep, readKept } from './kept.ts'
import { hashOfSources } from './sources.ts'

/** The declarations of all that a cell can import, and of the language itself: texts by path. */
interface Declarations {
  /** Path of the module that a cell knows as 'engine'. */
  readonly entry: string
  /** `/src/….d.ts` for the engine's own, `/lib/….d.ts` for the language's, `/console.d.ts` for what a cell's console has. */
  readonly files: Readonly<Record<string, string>>
}

const entry = 'src/sandbox/learner.ts'

const memory = '.cache/declarations'

/**
 * Made by the compiler from the engine's own sources, so that they can't differ from what runs; remembered by the hash of all
 * that they're made of.
 */
export function declarations(): Declarations {
  const path = join(memory, `${version()}.json`)
  return { entry: pathOf(entry), files: remembered(path) }
}

function remembered(path: string): Declarations['files'] {
  const known = readKept(path) as Declarations['files'] | undefined
  if (known !== undefined) return known
  const files = { ...engineFiles(), ...languageFiles('lib.es2022.d.ts'), ...consoleFile() }
  keep(path, files)
  return files
}

function version(): string {
  return hashOfSources(ts.version, ['tsconfig.json', 'content/console.d.ts', 'src/build/declarations.ts'])
}

function engineFiles(): Readonly<Record<string, string>> {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())
  const program = ts.createProgram([entry], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    declarationMap: false,
    skipLibCheck: true,
    outDir: '/',
    rootDir: process.cwd(),
    incremental: false,
  })
  const files: Record<string, string> = {}
  const { diagnostics } = program.emit(undefined, (path, text) => {
    files[path.startsWith('/') ? path : `/${path}`] = withoutAliases(text, path)
  })
  const [first] = diagnostics
  if (first)
    throw new Error(`Declarations of ${entry}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`)
  return files
}

/** `#engine/core/run.ts` as a relative path: a copy of the files then stands by itself. */
function withoutAliases(text: string, path: string): string {
  const from = dirname(path)
  const imports = (JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> })
    .imports
  return text.replace(/(["'])(#[^"']+)\1/g, (whole, quote: string, name: string) => {
    const alias = Object.keys(imports).find((key) =>
      key.endsWith('/*') ? name.startsWith(key.slice(0, -1)) : key === name,
    )
    if (alias === undefined) return whole
    const target = imports[alias]!.replace('*', alias.endsWith('/*') ? name.slice(alias.length - 1) : '')
    const to = relative(from, resolve('/', target))
    return `${quote}${to.startsWith('.') ? to : `./${to}`}${quote}`
  })
}

/** A library file of the language with all that it refers to. */
function languageFiles(name: string, known: Record<string, string> = {}): Readonly<Record<string, string>> {
  const path = `/lib/${name}`
  if (known[path] !== undefined) return known
  const text = ts.sys.readFile(join(dirname(ts.getDefaultLibFilePath({})), name))
  if (text === undefined) throw new Error(`TypeScript has no ${name}`)
  known[path] = text
  for (const [, lib] of text.matchAll(/\/\/\/ <reference lib="([^"]+)"/g))
    languageFiles(`lib.${lib}.d.ts`, known)
  return known
}

const consoleFile = (): Readonly<Record<string, string>> => ({
  '/console.d.ts': readFileSync('content/console.d.ts', 'utf8'),
})

const pathOf = (source: string): string => `/${source.replace(/\.ts$/, '.d.ts')}`
