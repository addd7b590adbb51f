/** The longest name that a cell may have. */
export const mostNameLength = 60

/** What a cell is called: what a file and an import can be, without anything that would be a path. */
export function isCellName(name: string): boolean {
  return name.length <= mostNameLength && /^[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?$/.test(name)
}

/** The name, or with a number behind it: one that isn't taken, on file systems that know no capitals as well. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()))
  if (!used.has(name.toLowerCase())) return name
  const stem = name.replace(/-\d+$/, '').slice(0, mostNameLength - 5)
  let number = 2
  while (used.has(`${stem}-${number}`.toLowerCase())) number++
  return `${stem}-${number}`
}
