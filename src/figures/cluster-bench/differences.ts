import type { RunOutline } from '#outline/types.ts'
import { statesAt } from '#figures/cluster/frame.ts'

/** A key whose copies don't say the same, and who says what. */
export interface Difference {
  readonly key: string
  readonly sides: readonly { readonly nodes: readonly string[]; readonly value: string }[]
}

/**
 * The keys whose copies differ after event `at`; undefined where the outline doesn't tell what nodes hold. A node that
 * is down isn't asked.
 */
export function differencesAt(outline: RunOutline, at: number): readonly Difference[] | undefined {
  const found = new Map<string, { key: string; sides: Map<string, string[]> }>()
  for (const [node, { up, lines }] of statesAt(outline, at, at)) {
    if (!up) continue
    for (const { id, label, value } of lines) {
      if (!id.startsWith('key ')) continue
      const one = found.get(id) ?? { key: label, sides: new Map<string, string[]>() }
      one.sides.set(value, [...(one.sides.get(value) ?? []), node])
      found.set(id, one)
    }
  }
  if (found.size === 0) return undefined
  return [...found.values()]
    .filter(({ sides }) => sides.size > 1)
    .map(({ key, sides }) => ({ key, sides: [...sides].map(([value, nodes]) => ({ nodes, value })) }))
}
