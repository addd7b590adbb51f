/**
 * The site's styles for a book: without fonts, which a reader chooses, and without what only a window has. The layers are
 * taken off, in their sequence, so that reading systems that know none read the rules all the same.
 */
export function bookStyle(style: string): string {
  const rules = unlayered(withoutBlocks(style, ['@font-face', '@keyframes', '@view-transition', '@page']))
  // EPUB leaves the direction of writing to the text itself.
  return `${rules.replace(/(?<=[{;\s])direction:[^;}]*;?/g, '')}
.page.paper { max-width: none; padding: 0; }
.paper .cluster-stage { zoom: 1; display: block; }
.paper svg { max-width: 100%; height: auto; }
`
}

/** A stylesheet without the blocks that begin with one of these words. */
function withoutBlocks(style: string, names: readonly string[]): string {
  let rest = style
  for (const name of names) {
    for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at)) {
      const open = rest.indexOf('{', at)
      if (open < 0) return rest.slice(0, at)
      rest = rest.slice(0, at) + rest.slice(endOf(rest, open) + 1)
    }
  }
  return rest
}

/** The rules of all layers, in the sequence of the layers that the first line names. */
function unlayered(style: string): string {
  const sequence = /@layer ([\w, -]+);/.exec(style)?.[1]?.split(',') ?? []
  const layers = new Map(sequence.map((name) => [name.trim(), [] as string[]]))
  const outside: string[] = []
  let at = 0
  for (const found of style.matchAll(/@layer\s+([\w-]+)\s*\{/g)) {
    if (found.index < at) continue
    outside.push(style.slice(at, found.index))
    const open = found.index + found[0].length - 1
    const end = endOf(style, open)
    const name = found[1]!
    layers.set(name, [...(layers.get(name) ?? []), style.slice(open + 1, end)])
    at = end + 1
  }
  outside.push(style.slice(at))
  return [...[...layers.values()].flat(), outside.join('\n').replace(/@layer [\w, -]+;/g, '')].join('\n')
}

/** Where the block that opens at `open` ends. */
function endOf(style: string, open: number): number {
  let depth = 0
  for (let at = open; at < style.length; at++) {
    if (style[at] === '{') depth++
    else if (style[at] === '}' && --depth === 0) return at
  }
  return style.length
}
