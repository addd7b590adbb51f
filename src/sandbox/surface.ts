import { outline, type RangeTree, type TextbookTree } from '#engine/trees.ts'
import { describe } from './describe.ts'
import type { Json, Published } from './items.ts'
import { emit, publish } from './sink.ts'

/**
 * Publishes a number, text or truth for the lesson's prose: `<Value cell name="..."/>` prints it. It is not shown under
 * the cell; `console.log` does that.
 */
export function value(name: string, published: Published): void {
  if (!['number', 'string', 'boolean'].includes(typeof published)) {
    throw new TypeError(
      `value('${name}', ...) takes a number, a text or a truth; received ${typeof published}`,
    )
  }
  publish(name, published)
}

/** One line of a plot: its points in order. */
export interface PlotLine {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** Draws lines over one pair of axes. `x` and `y` say what the axes measure, units last. */
export function plot(lines: readonly PlotLine[], axes: { readonly x: string; readonly y: string }): void {
  for (const { name, points } of lines) {
    const bad = points.find(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))
    if (bad !== undefined)
      throw new RangeError(`the line "${name}" has a point that is no number: ${bad.join(', ')}`)
  }
  const data = { x: axes.x, y: axes.y, lines: lines.map(({ name, points }) => ({ name, points })) }
  emit({ type: 'picture', kind: 'plot', data })
}

/** Shows a value below the cell. A tree is drawn, and beside another one, with what differs between them. */
export function show(shown: unknown, other?: unknown): void {
  if (isTree(shown)) {
    const data = outline(shown, isTree(other) ? other : undefined) as unknown as Json
    return emit({ type: 'picture', kind: 'tree', data })
  }
  const parts = other === undefined ? [describe(shown)] : [describe(shown), describe(other)]
  emit({ type: 'text', level: 'log', parts })
}

function isTree(value: unknown): value is TextbookTree | RangeTree {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind
  return kind === 'textbook' || kind === 'ranges'
}
