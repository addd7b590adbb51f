import { closest } from './closest.ts'
import type { ErrorItem } from './items.ts'
import { lineOfImport } from './line-of-import.ts'
import type { LinkedCell } from './link.ts'

/** A part of what a cell may import: a file of `parts/`, or a system of the engine. A cell gets the parts that it names. */
export type PartName = string

/** What each part exports: the names by which cells ask for it. */
export interface PartTable {
  /** The names that every runtime has. */
  readonly always: readonly string[]
  /** By the part's name, in the order in which parts are looked through for a name that several of them have. */
  readonly parts: { readonly [part: PartName]: readonly string[] }
  /** The names that only all parts together have. */
  readonly rest: readonly string[]
}

/**
 * The rest of the ring has no name that a cell would import: it's asked for by words of plans. `.join(', ')` joins
 * texts, and is no node that joins.
 */
const wordsOf = {
  upkeep: /\b(?:repair|background)\b/,
  moving: /\b(?:leave|kill|stop)\b|['"`]replace['"`]|\bjoin\b(?!\((?:\)|(['"`])\W*\1\)))/,
  maintenance:
    /\b(?:incremental|preview|sequence|hosts|datacentres|force|range|onlyPurgeRepaired)\b\s*[:}]|\b(?:validate|pull): true\b/,
  gossip: /\bgossip\b/,
  rates: /\b(?:disk|validation|stream)BytesPerMs\b/,
} as const satisfies Partial<Record<PartName, RegExp>>

/**
 * The parts in which these cells find all that they name of the engine, in the order of the table; all of them
 * for a cell that takes the whole engine under one name, or a name that is in none.
 */
export function partsFor(cells: readonly Pick<LinkedCell, 'code'>[], table: PartTable): readonly PartName[] {
  const partNames = Object.keys(table.parts)
  const homes = cells
    .flatMap(({ code }) => namesIn(code))
    .filter((name) => name === undefined || !table.always.includes(name))
    .map((name) => partNames.filter((part) => name !== undefined && table.parts[part]!.includes(name)))
  if (homes.some(({ length }) => length === 0)) return partNames
  // A name that several parts have asks for a part only when none of them is there already.
  const named = new Set<PartName>()
  for (const [home, ...others] of homes) if (others.length === 0) named.add(home!)
  for (const home of homes) if (!home.some((part) => named.has(part))) named.add(home[0]!)
  for (const [part, words] of Object.entries(wordsOf)) {
    const isAsked = cells.some(({ code }) => words.test(withoutRemarks(code)))
    if (named.has('ring') && isAsked) named.add(part as PartName)
  }
  // An index or a ring that's shown is drawn; a cell that shows none doesn't carry the drawing.
  const shows = cells.some(({ code }) => /\bshow\b/.test(withoutRemarks(code)))
  if (shows && named.has('vectors')) named.add('drawnIndexes')
  if (shows && named.has('ring')) named.add('drawnRings')
  return partNames.filter((part) => named.has(part))
}

/** A remark may speak of repair and ask for none. Only whole lines: in the middle of one the slashes may be a text's. */
function withoutRemarks(code: string): string {
  return code.replaceAll(/^\s*\/\/.*$/gm, '')
}

/**
 * What a cell takes from the engine and the engine has not, as an error at the line that imports it: said before the run,
 * since what is missing is else only `undefined` when it's called. Names of types are gone by now.
 */
export function unknownName(
  { name: cell, source, code }: LinkedCell,
  table: PartTable,
): ErrorItem | undefined {
  const known = [...new Set([table.always, ...Object.values(table.parts), table.rest].flat())]
  const missing = namesIn(code).find(
    (name) => name !== undefined && !known.includes(name) && name !== 'default',
  )
  const isDefault = missing === undefined && /_engine\d*2?\.default\b/.test(code)
  if (missing === undefined && !isDefault) return undefined
  const line = lineOfImport(source, 'engine')
  const at = line === undefined ? {} : { at: { cell, line } }
  if (missing === undefined)
    return {
      type: 'error',
      name: 'ImportError',
      message: "engine has no default export: write import { plan, run } from 'engine'",
      ...at,
    }
  const near = closest(missing, known)
  return {
    type: 'error',
    name: 'ImportError',
    message: `engine has no \`${missing}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
    ...at,
  }
}

/** Reads the compiler's CommonJS: what is imported from the engine stands there as a member of `_engine`. */
function namesIn(code: string): readonly (string | undefined)[] {
  const rest = code.replaceAll(/var _engine\d* = require\('engine'\);/g, '')
  if (rest.includes("require('engine')")) return [undefined]
  return [...rest.matchAll(/(?<![\w$])(?<!(?<!\.\.)\.)_engine\d*(?:\.([\w$]+))?/g)].map(
    ([, member]) => member,
  )
}

/** Parts that were bundled together, and where they are. */
export interface BuiltParts {
  readonly parts: readonly PartName[]
  readonly address: string
}

/** Of what was built that with the fewest parts that has all of these; one that has every part is always among it. */
export function smallest(built: readonly BuiltParts[], parts: readonly PartName[]): BuiltParts {
  const [best] = built
    .filter((one) => parts.every((part) => one.parts.includes(part)))
    .sort((one, other) => one.parts.length - other.parts.length)
  if (best === undefined) throw new Error(`nothing was built with the parts ${parts.join(', ')}`)
  return best
}
