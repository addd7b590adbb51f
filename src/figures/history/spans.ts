import type { Json, Plan, Run } from '#engine/core/types.ts'
import { duel } from '#engine/duel/duel.ts'
import { somePointsDo, type Span } from '#outline/points.ts'

/** A plan on one key, played on both databases: the history of each. */
export function historiesOf(plan: Plan) {
  const { ring, replicaSet } = duel(plan)
  return [
    { name: 'MongoDB', ...spansOf(replicaSet.run) },
    { name: 'Cassandra', ...spansOf(ring.run) },
  ]
}

/**
 * The answered operations of a run on its one key, and whether some points explain them.
 * @throws Error for a write without a definite answer: it may have happened at any later time, so it has no span
 */
export function spansOf({ history }: Run): {
  readonly spans: readonly Span[]
  readonly isLinearizable: boolean
} {
  const spans = history.flatMap((operation): readonly Span[] => {
    const { id, client, do: what, input, output, call, return: end } = operation
    const isFailed = end === null || (typeof output === 'object' && output !== null && 'error' in output)
    if (isFailed && what !== 'read')
      throw new Error(`history: expected every write to be acknowledged, received none for "${id ?? what}"`)
    if (id === undefined || isFailed || (what !== 'read' && what !== 'write')) return []
    const told = (what === 'write' ? input : output) as { readonly value?: Json } | null
    const value = told?.value ?? null
    return [{ id, client, kind: what, value: value === null ? null : String(value as string), call, end }]
  })
  return { spans, isLinearizable: somePointsDo(spans) }
}
