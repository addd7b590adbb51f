import type { LinkedCell } from './link.ts'

/**
 * The two runtimes: `trees` has the engine's hashes, tokens and trees, `whole` has all of it. A cell that runs no plan
 * need not wait for the simulation.
 */
export const runtimeParts = ['trees', 'whole'] as const
export type RuntimePart = (typeof runtimeParts)[number]

/**
 * The smallest runtime in which these cells find all that they name of the engine. `treeNames` are the exports of the
 * trees' part. A cell that takes the whole engine under one name, or a name that is nowhere, gets the whole.
 */
export function partFor(
  cells: readonly Pick<LinkedCell, 'code'>[],
  treeNames: ReadonlySet<string>,
): RuntimePart {
  return cells.every(({ code }) => needsOnly(code, treeNames)) ? 'trees' : 'whole'
}

/** Reads the compiler's CommonJS: what is imported from the engine stands there as a member of `_engine`. */
function needsOnly(code: string, names: ReadonlySet<string>): boolean {
  const rest = code.replaceAll(/var _engine\d* = require\('engine'\);/g, '')
  if (rest.includes("require('engine')")) return false
  return [...rest.matchAll(/(?<![\w$.])_engine\d*(?:\.([\w$]+))?/g)].every(
    ([, member]) => member !== undefined && names.has(member),
  )
}
