import { compile } from '#sandbox/compile.ts'
import type { ErrorItem } from '#sandbox/items.ts'
import { digest } from './bundle.ts'

/** A cell as the browser gets it: runnable without a compiler as long as nobody changed it. */
export interface ShippedCell {
  readonly source: string
  readonly hash: string
  readonly code: string
  readonly imports: readonly string[]
}

/** A text compiled. One that doesn't parse fails the build; `where` says whose text it is. */
export function shipped(where: string, name: string, source: string): ShippedCell {
  const compiled = compile(name, source)
  if (!compiled.ok) throw new Error(`${where}/${errorLine(compiled.error)}`)
  return { source, hash: digest(source), code: compiled.code, imports: compiled.imports }
}

/** An error in one line: where, which, what. */
export function errorLine({ name, message, at }: ErrorItem): string {
  const place = at === undefined ? '' : `${at.cell}.ts:${at.line}${at.column ? `:${at.column}` : ''}: `
  return `${place}${name}: ${message}`
}
