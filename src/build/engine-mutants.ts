import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { engineSource } from './engine-source.ts'

/** A place where a test breaks the engine on purpose, and what must notice. */
export interface BrokenPlace {
  /** What the change takes away: 'hint window'. */
  readonly noun: string
  /** Below src/engine. */
  readonly file: string
  /** From 1, in the file as it is. */
  readonly line: number
  readonly find: string
  readonly replace: string
}

const folder = 'test/mutants'
const field = /\b(noun|file|find|replace):\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g

/** All of them, by file and line. They are read as text, since the site runs no tests. */
export function brokenPlaces(): readonly BrokenPlace[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => placeIn(readFileSync(join(folder, name), 'utf8'), name))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

function placeIn(text: string, name: string): readonly BrokenPlace[] {
  const fields = new Map([...text.matchAll(field)].map(([, key, literal]) => [key!, valueOf(literal!)]))
  const { noun, file, find, replace } = Object.fromEntries(fields)
  if (noun === undefined || file === undefined || find === undefined || replace === undefined)
    throw new Error(
      `${join(folder, name)}: expected noun, file, find and replace, each as one string; received ${[...fields.keys()].join(', ') || 'none'}.`,
    )
  // A change that no longer fits its file is a matter for its own test: the page leaves it out.
  const at = engineSource(file).indexOf(find)
  return at < 0
    ? []
    : [{ noun, file, find, replace, line: engineSource(file).slice(0, at).split('\n').length }]
}

/** What a string literal stands for. */
function valueOf(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character))
}
