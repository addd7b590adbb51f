import { describe } from './describe.ts'
import type { Published } from './items.ts'
import { pictureOf } from './pictures.ts'
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

/** Shows a value below the cell: drawn where there is a picture of such a value, in words otherwise. */
export function show(shown: unknown, other?: unknown): void {
  const parts = other === undefined ? [shown] : [shown, other]
  emit(pictureOf(shown, other) ?? { type: 'text', level: 'log', parts: parts.map(describe) })
}
