import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { type Comment, parse } from 'acorn'
import { transform } from 'sucrase'
import type { ErrorItem, Place } from './items.ts'
import { lineOfImport } from './line-of-import.ts'
import { type Fault, inPlainWords, texts, withoutTexts } from './syntax-words.ts'

/** A cell's text made runnable: its types gone, its imports calls of `require`, every line where it was. */
export interface Compiled {
  readonly code: string
  /** What it imports at run time, in order, each once; imports of types alone are gone. */
  readonly imports: readonly string[]
}

/** A cell compiled, or what's wrong with its text. */
type Compilation = ({ readonly ok: true } & Compiled) | { readonly ok: false; readonly error: ErrorItem }

const options = {
  transforms: ['typescript', 'imports'] as ('typescript' | 'imports')[],
  disableESTransforms: true,
  production: true,
}

/**
 * Compiles one cell. What doesn't parse comes back as an error at its line and column. What was compiled is parsed once
 * more, as the body of a function that it will be: Sucrase reads more than the language has, and a text whose braces balance
 * for Sucrase alone would end that function and go on outside it.
 */
export function compile(cell: string, source: string): Compilation {
  try {
    const { code } = transform(withPlainLines(source), options)
    const fault = faultIn(code) ?? namespaceIn(source)
    if (fault !== undefined)
      return failed(cell, inPlainWords(source, { ...fault, ...placeInSource(source, fault) }))
    return { ok: true, code, imports: importsOf(source, code) }
  } catch (error) {
    return failed(cell, inPlainWords(source, faultOf(error)))
  }
}

function failed(cell: string, { message, line, column }: Fault): Compilation {
  const at: Place | undefined =
    line === undefined ? undefined : { cell, line, ...(column !== undefined && { column }) }
  return { ok: false, error: { type: 'error', name: 'SyntaxError', message, ...(at && { at }) } }
}

function faultIn(code: string): Fault | undefined {
  const comments: Comment[] = []
  try {
    parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      locations: true,
      onComment: comments,
    })
  } catch (error) {
    return faultOf(error)
  }
  // Old scripts have comments of a kind of their own, and only some readers know them.
  const old = comments.find(({ start }) => /^(?:<!--|-->)/.test(code.slice(start, start + 4)))
  if (old === undefined) return undefined
  const sign = code.slice(old.start, old.start + (code[old.start] === '<' ? 4 : 3))
  const { line, column } = old.loc!.start
  return {
    message: `“${sign}” starts a comment in old web pages. Put spaces between its characters, or write the comment with //`,
    line,
    column: column + 1,
  }
}

/** What Sucrase or acorn threw: both say where in brackets at the end, and one counts its columns from 0. */
function faultOf(error: unknown): Fault {
  const { message, loc } = error as Error & { loc?: { line: number; column: number } }
  const text = message.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, '')
  if (loc === undefined) return { message: text }
  return { message: text, line: loc.line, column: loc.column + ('raisedAt' in (error as object) ? 1 : 0) }
}

/** Where in the source the fault of the compiled text is: whatever was put before it or taken away is counted off. */
function placeInSource(source: string, { line, column }: Fault): Pick<Fault, 'line' | 'column'> {
  if (line === undefined || column === undefined) return {}
  const { sourceMap } = transform(source, {
    ...options,
    filePath: 'cell.ts',
    sourceMapOptions: { compiledFilename: 'cell.js' },
  })
  const map = new TraceMap(sourceMap as ConstructorParameters<typeof TraceMap>[0])
  const found = originalPositionFor(map, { line, column: column - 1 })
  if (found.line !== line) return { line }
  // The map knows where the token began; the fault may be further on in it.
  const begins = startOfSegment(map, line, column - 1, found.column)
  return { line, column: found.column + (column - 1 - begins) + 1 }
}

function startOfSegment(map: TraceMap, line: number, column: number, original: number): number {
  let begins = column
  while (begins > 0) {
    const before = originalPositionFor(map, { line, column: begins - 1 })
    if (before.line !== line || before.column !== original) return begins
    begins--
  }
  return begins
}

/** Sucrase takes a namespace away, with all that is in it, and says nothing. */
function namespaceIn(source: string): Fault | undefined {
  const lines = withoutTexts(source).split('\n')
  const index = lines.findIndex((line) => /^\s*(?:export\s+)?(?:namespace|module)\s+[\w$.]+\s*\{/.test(line))
  if (index === -1) return undefined
  return {
    message: 'A cell has no namespaces. Write an object, const N = { ... }, or a cell of its own',
    line: index + 1,
  }
}

/** Two signs end a line for the language, and for no editor: written so that they stay in texts and end none. */
function withPlainLines(source: string): string {
  if (!/[\u2028\u2029]/.test(source)) return source
  const inTexts = source.replace(texts, (text) =>
    text.startsWith('/')
      ? text
      : text.replace(/[\u2028\u2029]/g, (sign) => (sign === '\u2028' ? '\\u2028' : '\\u2029')),
  )
  return inTexts.replace(/[\u2028\u2029]/g, ' ')
}

/** A name counts when the text imports it and the compiled code asks for it: comments and strings do one of both. */
function importsOf(source: string, code: string): readonly string[] {
  const asked = new Set([...code.matchAll(/\brequire\((['"])(.*?)\1\)/g)].map((found) => found[2] as string))
  return [...asked].filter((name) => lineOfImport(source, name) !== undefined)
}
