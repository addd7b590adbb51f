import { transform } from 'sucrase'
import type { ErrorItem } from './items.ts'
import { lineOfImport } from './line-of-import.ts'

/** A cell's text made runnable: its types gone, its imports calls of `require`, every line where it was. */
export interface Compiled {
  readonly code: string
  /** What it imports at run time, in order, each once; imports of types alone are gone. */
  readonly imports: readonly string[]
}

export type Compilation =
  ({ readonly ok: true } & Compiled) | { readonly ok: false; readonly error: ErrorItem }

/** Compiles one cell. What does not parse comes back as an error at its line and column. */
export function compile(cell: string, source: string): Compilation {
  try {
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      production: true,
    })
    return { ok: true, code, imports: importsOf(source, code) }
  } catch (error) {
    return { ok: false, error: syntaxError(cell, error) }
  }
}

/** A name counts when the text imports it and the compiled code asks for it: comments and strings do one of both. */
function importsOf(source: string, code: string): readonly string[] {
  const asked = new Set([...code.matchAll(/\brequire\((['"])(.*?)\1\)/g)].map((found) => found[2] as string))
  return [...asked].filter((name) => lineOfImport(source, name) !== undefined)
}

function syntaxError(cell: string, error: unknown): ErrorItem {
  const { message, loc } = error as { message: string; loc?: { line: number; column: number } }
  return {
    type: 'error',
    name: 'SyntaxError',
    message: message.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, ''),
    ...(loc && { at: { cell, line: loc.line, column: loc.column } }),
  }
}
