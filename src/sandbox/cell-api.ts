import { describe } from './describe.ts'
import { inline } from './format.ts'
import type { Published } from './items.ts'
import { limits } from './limits.ts'
import { pictureOf } from './pictures.ts'
import { emit, publish } from './sink.ts'

/**
 * Publishes a number, text or truth for the lesson's prose: `<Value cell name="..."/>` prints it. It isn't shown under
 * the cell; `console.log` does that.
 */
export function value(name: string, published: Published): void {
  if (typeof name !== 'string' || name === '' || name.length > 200)
    throw new TypeError("value(name, ...) takes a name of 1 to 200 characters, as in value('messages', 12)")
  if (name.startsWith(judgesName))
    throw new TypeError(`a name that begins with “${judgesName}” is the judge’s own`)
  if (!['number', 'string', 'boolean'].includes(typeof published))
    throw new TypeError(
      `value('${name}', ...) takes a number, a string or a boolean; it got ${inline(describe(published), 100)}`,
    )
  if (typeof published === 'string' && published.length > limits.stringCharacters)
    throw new RangeError(
      `value('${name}', ...) takes a string of at most ${limits.stringCharacters} characters; this one has ${published.length}`,
    )
  publish(name, published)
}

/** What the names begin with under which a challenge publishes its judgement (challenge.ts). */
const judgesName = 'judge '

/** One line of a plot: its points in order. */
export interface PlotLine {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** Draws lines over one pair of axes. `x` and `y` say what the axes measure, units last. */
export function plot(lines: readonly PlotLine[], axes: { readonly x: string; readonly y: string }): void {
  if (!Array.isArray(lines) || typeof axes?.x !== 'string' || typeof axes.y !== 'string')
    throw new TypeError(
      "plot takes its lines and the names of its axes: plot([{ name: 'a', points: [[0, 1], [1, 2]] }], { x: 'nodes', y: 'ms' })",
    )
  const drawn = lines.map(plotLine)
  const count = drawn.reduce((sum, { points }) => sum + points.length, 0)
  if (count > mostPoints)
    throw new RangeError(`plot draws at most ${mostPoints} points; these lines have ${count}.`)
  emit({ type: 'picture', kind: 'plot', data: { x: axes.x, y: axes.y, lines: drawn } })
}

const mostPoints = 5000
/** Beyond this the span of an axis is no number any more. */
const farthest = 1e100

function plotLine(line: PlotLine) {
  const { name, points } = (line ?? {}) as Partial<PlotLine>
  if (typeof name !== 'string' || !Array.isArray(points))
    throw new TypeError("a line of plot is { name: '...', points: [[x, y], ...] }")
  const bad = points.find(
    (point) => !Array.isArray(point) || point.length < 2 || !isDrawn(point[0]) || !isDrawn(point[1]),
  )
  if (bad !== undefined)
    throw new RangeError(`the line "${name}" has a point that can’t be drawn: ${inline(describe(bad), 100)}`)
  return { name, points: points.map(([x, y]) => [x, y] as const) }
}

function isDrawn(number: unknown): boolean {
  return typeof number === 'number' && Math.abs(number) <= farthest
}

/** Shows a value below the cell: drawn where there is a picture of such a value, in words otherwise. */
export function show(shown: unknown, other?: unknown): void {
  const parts = other === undefined ? [shown] : [shown, other]
  emit(pictureOf(shown, other) ?? { type: 'text', level: 'log', parts: parts.map(describe) })
}
