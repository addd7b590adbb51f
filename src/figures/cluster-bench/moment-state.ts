import type { Plan, Ms } from '#engine/core/types.ts'
import type { OutlinedMessage, RunOutline } from '#outline/types.ts'

/** One node as it is at a moment. */
export interface NodeState {
  readonly id: string
  readonly state: 'up' | 'down' | 'paused'
}

/** What each node is after event `at`. */
export function nodesNow({ nodes, outages: lives }: RunOutline, at: number): readonly NodeState[] {
  return nodes.map(({ id }) => {
    const now = lives.filter(
      ({ node, fromIndex, toIndex }) => node === id && fromIndex <= at && (toIndex === null || toIndex > at),
    )
    // A node that was paused and then crashed is down.
    const state = now.some((life) => life.state === 'down') ? 'down' : now.length > 0 ? 'paused' : 'up'
    return { id, state }
  })
}

/**
 * Messages that a fault after event `at` can still catch: sent by then, and arriving later than the millisecond that is
 * shown and `waitMs` more.
 */
export function onTheWay(
  { messages }: RunOutline,
  at: number,
  nowMs: Ms,
  waitMs: Ms,
): readonly OutlinedMessage[] {
  return messages.filter(
    ({ sentIndex, endIndex, endAt }) =>
      sentIndex <= at && (endIndex < 0 || (endIndex > at && endAt > nowMs + waitMs)),
  )
}

/** The names of all keys that the plan's operations touch, in their order. */
export function keysIn({ ops }: Plan): readonly string[] {
  const keys = ops.flatMap(({ args }) => {
    const key = typeof args === 'object' && args !== null && 'key' in args ? args.key : undefined
    return typeof key === 'string' ? [key] : []
  })
  return [...new Set(keys)]
}

/** The places that a link may end at: each node, and each datacentre with its nodes. */
export function placesOf({
  nodes,
}: Plan): readonly { readonly name: string; readonly nodes: readonly string[] }[] {
  const datacentres = [...new Set(nodes.flatMap(({ datacentre }) => datacentre ?? []))]
  return [
    ...nodes.map(({ id }) => ({ name: id, nodes: [id] })),
    ...datacentres.map((name) => ({
      name: `all of ${name}`,
      nodes: nodes.filter(({ datacentre }) => datacentre === name).map(({ id }) => id),
    })),
  ]
}

/** The request that is under way at the moment that is shown and is answered last: what it asks, and when it's done. */
export function requestDone({
  played,
  at,
}: {
  readonly played: { readonly outline: RunOutline }
  readonly at: number
}): { readonly asked: string; readonly index: number; readonly atMs: Ms } | undefined {
  const open = played.outline.operations.flatMap(({ asked, callIndex, endIndex, end }) =>
    callIndex <= at && endIndex !== null && end !== null && endIndex > at
      ? [{ asked, index: endIndex, atMs: end }]
      : [],
  )
  return open.sort((one, other) => other.index - one.index)[0]
}
