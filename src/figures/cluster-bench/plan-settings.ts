import { scenarioOf, type Json, type Network, type Plan } from '#engine'
import { calm } from '#engine/core/plan/build.ts'
import { type Entry, entriesInOrder } from './plan-entries.ts'

/** How long after its last entry a plan ends that says nothing of its own. */
const restMs = 10_000

/** The nodes, and the system's settings that it wouldn't fill in by itself: a default may depend on another setting. */
export function settingsOf(plan: Plan, parsed: Json): { readonly [name: string]: Json | undefined } {
  const nodes = plan.nodes.map((node) =>
    Object.keys(node).length === 1 ? node.id : (node as unknown as Json),
  )
  const optionsOf = (given: { readonly [name: string]: Json }) =>
    scenarioOf({ ...plan, options: given, ops: [], faults: [] }).system.options as {
      readonly [name: string]: Json
    }
  const { nodes: _nodes, ...all } = parsed as { readonly [name: string]: Json }
  const isSame = (one: Json | undefined, other: Json | undefined) =>
    JSON.stringify(one) === JSON.stringify(other)
  const defaults = optionsOf({})
  const differing = Object.fromEntries(
    Object.entries(all).filter(([name, value]) => !isSame(value, defaults[name])),
  )
  const filledIn = optionsOf(differing)
  const settings: { [name: string]: Json | undefined } = { nodes }
  for (const [name, value] of Object.entries(all)) {
    if (name in differing || !isSame(value, filledIn[name])) settings[name] = value
  }
  return settings
}

/** What the plan says besides its entries and differs from what the builder would say. */
export function optionsOf({ seed, until, clients, net, ops, faults }: Plan): {
  readonly [name: string]: Json | undefined
} {
  const last = Math.max(0, ...[...ops, ...faults].map(({ at }) => at))
  const firstSeen = [...new Set(entriesInOrder({ ops, faults } as Plan).flatMap((entry) => clientOf(entry)))]
  const isUsual =
    clients.length === firstSeen.length &&
    clients.every((client, index) => client.id === firstSeen[index] && Object.keys(client).length === 1)
  const other = Object.entries(net).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(calm[name as keyof Network]),
  )
  return {
    seed: seed === 1 ? undefined : seed,
    until: until === last + restMs ? undefined : until,
    clients: isUsual
      ? undefined
      : clients.map((client) => (Object.keys(client).length === 1 ? client.id : (client as unknown as Json))),
    net: other.length === 0 ? undefined : (Object.fromEntries(other) as Json),
  }
}

function clientOf(entry: Entry): readonly string[] {
  return 'client' in entry ? [entry.client] : []
}
