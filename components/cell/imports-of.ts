/** The cells that a cell imports, those that they import included. */
export function importsOf(texts: Readonly<Record<string, string>>, cell: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (name: string) => {
    for (const [, , imported = ''] of (texts[name] ?? '').matchAll(
      /\b(?:from|import)\s*(['"])\.\/([\w-]+)\1/g,
    )) {
      if (found.has(imported) || imported === cell) continue
      found.add(imported)
      visit(imported)
    }
  }
  visit(cell)
  return found
}
