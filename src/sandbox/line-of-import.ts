/** The line, from 1, on which a text imports a name. */
export function lineOfImport(source: string, name: string): number | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`\\b(?:from|import)\\s*\\(?\\s*(['"])${escaped}\\1`).exec(source)
  if (found === null) return undefined
  const end = found.index + found[0].length
  return source.slice(0, end).split('\n').length
}
