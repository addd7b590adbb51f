import type { Cut, RunOutline } from '#outline/types.ts'
import type { Lane } from './lanes.ts'

/** What is wrong with a participant at a moment that its state doesn't say. */
interface Condition {
  readonly kind: 'cut' | 'paused' | 'clock'
  readonly text: string
}

/** What is wrong with a participant after event `at`. */
export function conditionsOf(outline: RunOutline, { id, kind }: Lane, at: number): readonly Condition[] {
  const cuts = outline.cuts
    .filter(({ index, healedIndex }) => index <= at && (healedIndex === null || healedIndex > at))
    .flatMap((cut) => {
      const text = kind === 'node' ? cutText(cut, id, outline) : undefined
      return text === undefined ? [] : [{ kind: 'cut' as const, text }]
    })
  const isPaused = outline.outages.some(
    (life) =>
      life.node === id && life.state === 'paused' && life.fromIndex <= at && (life.toIndex ?? Infinity) > at,
  )
  const clock = outline.clocks.findLast(({ of, index }) => of === id && index <= at)
  return [
    ...cuts,
    ...(isPaused ? [{ kind: 'paused' as const, text: 'paused' }] : []),
    ...(clock === undefined || clock.text === 'right'
      ? []
      : [{ kind: 'clock' as const, text: `clock ${clock.text}` }]),
  ]
}

/** What the cut is to a node of its smaller side; undefined for all others. */
export function cutText(
  { from, to, oneWay }: Cut,
  id: string,
  { nodes, clients }: RunOutline,
): string | undefined {
  const all = nodes.length + clients.length
  const size = (side: readonly string[]) => (side.length === 0 ? all : side.length)
  const isFrom = size(from) <= size(to)
  const [side, other] = isFrom ? [from, to] : [to, from]
  if (side.length > 0 && !side.includes(id)) return undefined
  const whom = other.length === 0 ? 'all' : other.join(', ')
  if (!oneWay) return `cut off from ${whom}`
  return isFrom ? `can’t reach ${whom}` : `not reached by ${whom}`
}
