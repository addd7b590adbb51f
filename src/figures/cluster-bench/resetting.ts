import type { Json, Ms, Plan, PlanNode } from '#engine/core/types.ts'

/** What of an open run's set-up a reader changes. What its system's options don't have is left out. */
export interface Resetting {
  readonly nodes: number
  readonly replicas?: number
  readonly write?: string
  readonly read?: string
  readonly hints?: boolean
  readonly readRepair?: boolean
  readonly latency: readonly [least: Ms, most: Ms]
  readonly clients: readonly {
    readonly id: string
    readonly near: string | undefined
    readonly offsetMs: Ms
  }[]
}

type Options = { readonly [name: string]: Json | undefined }

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function optionsOf({ options }: Pick<Plan, 'options'>): Options {
  return typeof options === 'object' && options !== null && !Array.isArray(options)
    ? (options as Options)
    : {}
}

/** The set-up of a plan as a form shows it. `inForce` are its options with everything that it leaves to its system. */
export function resettingOf(plan: Plan, inForce: Json = plan.options): Resetting {
  const { replicas, write, read, hints, readRepair } = optionsOf({ options: inForce })
  const { latency } = plan.net
  return {
    nodes: plan.nodes.length,
    ...(typeof replicas === 'number' && { replicas }),
    ...(typeof write === 'string' && { write }),
    ...(typeof read === 'string' && { read }),
    ...(typeof hints === 'boolean' && { hints }),
    ...(typeof readRepair === 'string' && { readRepair: readRepair !== 'NONE' }),
    latency: [latency[0], latency[1]],
    clients: plan.clients.map(({ id, near, clock }) => ({ id, near, offsetMs: clock?.offsetMs ?? 0 })),
  }
}

/** How few nodes a plan may have: those that its entries and its clients name must stay. */
export function leastNodesOf({ nodes, clients, ops, faults }: Plan): number {
  const rest = JSON.stringify([clients, ops, faults])
  const last = nodes.findLastIndex(({ id }) => new RegExp(`["> ]${escaped(id)}["> ]`).test(rest))
  return Math.max(1, last + 1)
}

/**
 * The plan set up in another way, every one of its entries kept. New nodes get the next letters and the place of the last
 * node; a client that is new begins near the first.
 */
export function resetPlan(plan: Plan, to: Resetting, inForce: Json = plan.options): Plan {
  const options = optionsOf(plan)
  const before = resettingOf(plan, inForce)
  const changed: { [name: string]: Json } = {}
  for (const name of ['replicas', 'write', 'read', 'hints'] as const)
    if (to[name] !== undefined && to[name] !== before[name]) changed[name] = to[name]
  if (to.readRepair !== undefined && to.readRepair !== before.readRepair)
    changed['readRepair'] = to.readRepair ? keptRepair(options['readRepair']) : 'NONE'
  return {
    ...plan,
    nodes: resized(plan.nodes, to.nodes),
    clients: to.clients.map(({ id, near, offsetMs }) => {
      const before = plan.clients.find((client) => client.id === id)
      const { clock, ...rest } = before ?? { id }
      const next = { ...clock, offsetMs }
      const isRight = offsetMs === 0 && (clock?.driftPpm ?? 0) === 0
      return { ...rest, id, ...(near === undefined ? {} : { near }), ...(isRight ? {} : { clock: next }) }
    }),
    net: { ...plan.net, latency: [Math.min(...to.latency), Math.max(...to.latency)] },
    options: { ...options, ...changed } as Json,
  }
}

function keptRepair(before: Json | undefined): Json {
  return before === undefined || before === 'NONE' ? 'BLOCKING' : before
}

function resized(nodes: readonly PlanNode[], count: number): readonly PlanNode[] {
  const kept = nodes.slice(0, count)
  const free = [...letters].filter((letter) => nodes.every(({ id }) => id !== letter))
  const datacentre = nodes.at(-1)?.datacentre
  const added = free
    .slice(0, Math.max(0, count - nodes.length))
    .map((id): PlanNode => (datacentre === undefined ? { id } : { id, datacentre }))
  return [...kept, ...added]
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
