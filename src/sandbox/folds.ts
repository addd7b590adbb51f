/** Why lines of a cell are folded away at first: they set the scene, or they hand numbers to the lesson's text. */
type FoldKind = 'setup' | 'value'

/** Lines of a cell that are shown folded. Lines count from 1; `from` is the marker itself and `to` the `// #end`. */
export interface Fold {
  readonly kind: FoldKind
  readonly from: number
  readonly to: number
}

const opening = /^\s*\/\/ #(setup|value)\s*$/
const ending = /^\s*\/\/ #end\s*$/

/**
 * The regions that a cell's author marked: `// #setup` or `// #value`, each alone on its line, up to the next `// #end`.
 * They don't nest. The text stays as it is: it's run, copied and edited with its markers. In a reader's own text, where
 * a marker may have lost its partner, what isn't a whole region is left unfolded; `stray` has the lines of such markers,
 * and an author's cell must have none.
 */
export function foldsOf(source: string): {
  readonly folds: readonly Fold[]
  readonly stray: readonly number[]
} {
  const folds: Fold[] = []
  const stray: number[] = []
  let open: { readonly kind: FoldKind; readonly from: number } | undefined
  for (const [index, text] of source.split('\n').entries()) {
    const line = index + 1
    const kind = opening.exec(text)?.[1] as FoldKind | undefined
    if (kind !== undefined) {
      if (open !== undefined) stray.push(open.from)
      open = { kind, from: line }
    } else if (ending.test(text)) {
      if (open === undefined) stray.push(line)
      else folds.push({ ...open, to: line })
      open = undefined
    }
  }
  if (open !== undefined) stray.push(open.from)
  return { folds, stray: stray.toSorted((one, other) => one - other) }
}
