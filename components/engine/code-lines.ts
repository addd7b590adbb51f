import { highlight, type Stretch } from '#build/highlight.ts'
import { exportedNames } from '#build/engine-source.ts'

/** One line of a source as it's shown. Joined, the texts of all lines are the source. */
export interface CodeLine {
  readonly stretches: readonly Stretch[]
  /** The name that is declared and exported in this line. */
  readonly exported: string | undefined
}

/** A source cut into highlighted lines, each with its line break. */
export function codeLines(source: string): readonly CodeLine[] {
  const exported = new Map(exportedNames(source).map(({ name, line }) => [line, name]))
  const lines: CodeLine[] = []
  let open: Stretch[] = []
  const close = () => {
    lines.push({ stretches: joined(open), exported: exported.get(lines.length + 1) })
    open = []
  }
  for (const stretch of highlight(source)) {
    open.push(stretch)
    if (stretch.text === '\n') close()
  }
  if (open.length > 0) close()
  return lines
}

/** Neighbours of one class as one: fewer elements, the same text. */
function joined(list: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  for (const stretch of list) {
    const last = result.at(-1)
    if (last?.className === stretch.className)
      result[result.length - 1] = { text: last.text + stretch.text, className: last.className }
    else result.push(stretch)
  }
  return result
}

/** Where an import's text (`'./queue.ts'`, with its quotes) leads: the specifier alone; undefined for other text. */
export function specifierIn(text: string): string | undefined {
  return /^'(\.{1,2}\/[^']+\.ts)'$/.exec(text)?.[1]
}
