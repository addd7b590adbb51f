import type { NodeId, Plan } from '../core/types.ts'
import { duel, tableOf, type DuelOptions, type DuelRow } from './duel.ts'
import type { Figures } from './counts.ts'

/** One plug and one place for the client: what both databases did. */
export interface Plug {
  readonly unplugged: NodeId
  /** The node that the client is near. */
  readonly near: NodeId
  readonly ring: Figures
  readonly replicaSet: Figures
}

/** What unplugging one node costs on both databases, wherever the client is. */
export interface Plugs {
  /** Every node unplugged in turn, with the client near every node in turn. */
  readonly apart: readonly Plug[]
  /** The mean of each figure over all of them. */
  readonly average: readonly DuelRow[]
}

/**
 * The same plug pulled at every node in turn: which one it is decides a duel. The set suffers when it's the primary, the
 * ring when it's the node that the client talks to, so neither alone is a fair test.
 *
 * `plugs(['A', 'B', 'C'], (unplugged, near) => ...a plan... ).average`
 *
 * @throws PlanError for an operation or a fault that means nothing to one of the two
 */
export function plugs(
  nodes: readonly NodeId[],
  planOf: (unplugged: NodeId, near: NodeId) => Plan | { readonly plan: Plan },
  options: DuelOptions = {},
): Plugs {
  const apart = nodes.flatMap((unplugged) =>
    nodes.map((near): Plug => {
      const { ring, replicaSet } = duel(planOf(unplugged, near), options)
      return { unplugged, near, ring: ring.figures, replicaSet: replicaSet.figures }
    }),
  )
  return {
    apart,
    average: tableOf(mean(apart.map(({ ring }) => ring)), mean(apart.map(({ replicaSet }) => replicaSet))),
  }
}

/** The mean of each figure, rounded to a tenth; if a run has no such figure, it's the mean of the others. */
function mean(all: readonly Figures[]): Figures {
  const names = Object.keys(all[0] ?? {}) as (keyof Figures)[]
  return Object.fromEntries(
    names.map((name) => {
      const values = all.map((one) => one[name]).filter((value) => value !== undefined)
      const sum = values.reduce((total, value) => total + value, 0)
      return [name, values.length === 0 ? undefined : Math.round((10 * sum) / values.length) / 10]
    }),
  ) as unknown as Figures
}
