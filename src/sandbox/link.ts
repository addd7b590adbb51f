import { closest } from './closest.ts'
import type { Compiled } from './compile.ts'
import type { ErrorItem } from './items.ts'
import { lineOfImport } from './line-of-import.ts'

/** A cell ready to be put in line: its text, and what became of it. */
export interface LinkedCell extends Compiled {
  readonly name: string
  readonly source: string
}

/** Cells in the order in which they run, or what's wrong with an import. */
type Linked =
  | { readonly ok: true; readonly cells: readonly LinkedCell[] }
  | { readonly ok: false; readonly error: ErrorItem }

/**
 * The cells that a run of `name` needs, each after what it imports. `load` gives a cell by its name, or undefined when
 * the lesson has none. A circle of imports and a name that is no cell are errors at the line that imports.
 */
export async function link(
  name: string,
  load: (name: string) => Promise<LinkedCell | { readonly error: ErrorItem } | undefined>,
  names: readonly string[],
): Promise<Linked> {
  const order: LinkedCell[] = []
  const visit = async (cell: LinkedCell, path: readonly string[]): Promise<ErrorItem | undefined> => {
    for (const specifier of cell.imports) {
      if (specifier === 'engine') continue
      const imported = /^\.\/([\w-]+)$/.exec(specifier)?.[1]
      if (imported === undefined || !names.includes(imported)) {
        return importError(cell, specifier, unknownImport(specifier, names))
      }
      const circle = path.indexOf(imported)
      if (circle !== -1) {
        const round = [...path.slice(circle), imported].join(' → ')
        return importError(
          cell,
          specifier,
          `these cells import each other in a circle: ${round}. One of them has to come first.`,
        )
      }
      if (order.some((done) => done.name === imported)) continue
      const next = await load(imported)
      if (next === undefined) return importError(cell, specifier, unknownImport(specifier, names))
      if ('error' in next) return next.error
      const lost = unknownExport(cell, next)
      if (lost !== undefined) return importError(cell, specifier, lost)
      const error = await visit(next, [...path, imported])
      if (error !== undefined) return error
    }
    order.push(cell)
    return undefined
  }
  const first = await load(name)
  if (first === undefined) throw new Error(`link: there is no cell "${name}" among ${names.join(', ')}`)
  if ('error' in first) return { ok: false, error: first.error }
  const error = await visit(first, [name])
  return error === undefined ? { ok: true, cells: order } : { ok: false, error }
}

function unknownImport(specifier: string, names: readonly string[]): string {
  const cells = names.map((name) => `'./${name}'`)
  const known = names.length === 0 ? '' : ` and this lesson’s cells: ${cells.join(', ')}`
  const end = `a cell imports 'engine'${known}.`
  const bare = specifier.replace(/^(?:\.{0,2}\/)+/, '').replace(/\.[cm]?[jt]sx?$/, '')
  const meant = closest(bare, ['engine', ...names])
  const near = meant === undefined ? '' : ` Did you mean ${meant === 'engine' ? "'engine'" : `'./${meant}'`}?`
  return `'${specifier}' can’t be imported: ${end}${near}`
}

/** A name that a cell takes from another one and that one doesn't export: else it would be undefined, and fail further on. */
function unknownExport(cell: LinkedCell, from: LinkedCell): string | undefined {
  if (/_create(?:Star|Named)Export/.test(from.code)) return undefined
  const variable = new RegExp(`var (_\\w+) = require\\('\\./${from.name}'\\)`).exec(cell.code)?.[1]
  if (variable === undefined) return undefined
  const exported = [...from.code.matchAll(/\bexports\.([\w$]+)/g)].map(([, name]) => name!)
  const asked = [...cell.code.matchAll(new RegExp(`(?<![\\w$.])${variable}\\.([\\w$]+)`, 'g'))]
  const missing = asked.map(([, name]) => name!).find((name) => !exported.includes(name))
  if (missing === undefined) return undefined
  const near = closest(missing, exported)
  const there = [...new Set(exported)].join(', ')
  const end =
    near !== undefined
      ? `; did you mean ${near}?`
      : there === ''
        ? ': it exports nothing'
        : `: it has ${there}`
  return `'./${from.name}' exports no ${missing}${end}`
}

function importError(cell: LinkedCell, specifier: string, message: string): ErrorItem {
  const line = lineOfImport(cell.source, specifier)
  return {
    type: 'error',
    name: 'ImportError',
    message,
    ...(line !== undefined && { at: { cell: cell.name, line } }),
  }
}
