import { between, drawKeyOf, mix, unit } from './draws.ts'
import { plan } from './plan/build.ts'
import { onlyKnown } from './plan/shape.ts'
import { run } from './run.ts'
import type { Fault, Json, Ms, Op, Plan, Scenario, System } from './types.ts'

/** How rough it gets. Every part has a default; a part set to none is left out of every seed. */
export interface WeatherOptions {
  /** How many operations clients ask for. */
  readonly operations?: number
  readonly keys?: readonly string[]
  readonly clients?: number
  /** Which levels reads and writes ask for; the system's default when left out. */
  readonly read?: string
  readonly write?: string
  /** Share of the operations that are reads, and deletes; the rest are writes. */
  readonly reads?: number
  readonly deletes?: number
  /** How many faults strike, at most. */
  readonly faults?: number
  readonly kinds?: readonly Fault['do'][]
  /** Workload and faults end here; then every fault is undone, and `restMs` follow. */
  readonly calmAt?: Ms
  readonly restMs?: Ms
  /** Read every key at the end, at this level. */
  readonly lastReads?: string
}

const known: readonly (keyof WeatherOptions)[] = [
  'operations', 'keys', 'clients', 'read', 'write', 'reads', 'deletes', 'faults', 'kinds', 'calmAt', 'restMs', 'lastReads',
] // prettier-ignore

const allKinds: readonly Fault['do'][] = ['crash', 'pause', 'cut', 'clock', 'drop', 'hold', 'duplicate']

/**
 * Weather for a system: each seed makes a workload and faults, and at the end everything heals. Each entry draws
 * from a key of its own, so that a shrunk plan keeps the rest as it was.
 */
export function weather<S extends System>(
  system: S,
  options: WeatherOptions = {},
): (seed: number) => Scenario<S> {
  onlyKnown('weather', options, known)
  const base = plan(system).plan
  const calmAt = options.calmAt ?? 5_000
  const restMs = options.restMs ?? 5_000
  const clients = Array.from({ length: options.clients ?? 3 }, (_, index) => ({ id: `c${index + 1}` }))
  const last = lastReads(options, calmAt + restMs, clients)
  const healed = healing(base, calmAt)
  const calm = (seed: number): Plan => {
    const key = mix(drawKeyOf('weather'), seed)
    const ops = [...workload(base, options, calmAt, clients, key), ...last]
    return { ...base, seed: seed >>> 0, until: calmAt + 2 * restMs, clients, ops, faults: [] }
  }
  const aims = system.messages ?? heard({ system, plan: calm(0) })
  return (seed) => {
    const key = mix(drawKeyOf('weather'), seed)
    const faults = [...troubles(base, aims, options, calmAt, key), ...healed]
    return { system, plan: { ...calm(seed), faults } }
  }
}

/** What the nodes of a system that names no messages say to each other while nothing goes wrong. */
function heard(calm: Scenario<System>): readonly string[] {
  const ids = calm.plan.nodes.map(({ id }) => id)
  const { trace } = run(calm, { record: 'trace', budget: 10_000 })
  const names = trace.flatMap((event) => {
    if (event.type !== 'send' || !ids.includes(event.node)) return []
    const others = ids.filter((id) => id !== event.node)
    return others.some((id) => event.message.startsWith(`${event.node}>${id} `)) ? [event.name] : []
  })
  return [...new Set(names)].sort()
}

function workload(
  { nodes }: Plan,
  options: WeatherOptions,
  calmAt: Ms,
  clients: Plan['clients'],
  key: number,
): readonly Op[] {
  const { operations = 12, keys = ['x', 'y'], reads = 0.5, deletes = 0 } = options
  const present = nodes.filter(({ absent }) => absent !== true)
  return Array.from({ length: operations }, (_, index) => {
    const own = mix(key, index)
    const luck = unit(own, 1)
    const what = luck < reads ? 'read' : luck < reads + deletes ? 'delete' : 'write'
    const level = what === 'read' ? options.read : options.write
    const args: { [name: string]: Json } = { key: keys[between(own, 2, 0, keys.length - 1)]! }
    if (what === 'write') args['value'] = `v${index + 1}`
    if (level !== undefined) args['level'] = level
    return {
      id: `op ${index + 1}`,
      at: between(own, 3, 0, calmAt - 1),
      client: clients[between(own, 4, 0, clients.length - 1)]!.id,
      coordinator: present[between(own, 5, 0, present.length - 1)]!.id,
      do: what,
      args,
    }
  })
}

function lastReads(
  { keys = ['x', 'y'], lastReads: level }: WeatherOptions,
  at: Ms,
  clients: Plan['clients'],
): readonly Op[] {
  if (level === undefined) return []
  return keys.map((key, index) => ({
    id: `last read ${index + 1}`,
    at: at + index,
    client: clients[0]!.id,
    do: 'read',
    args: { key, level },
  }))
}

/** Faults that come and, if they last, go again before everything is healed anyway. */
function troubles(
  { nodes }: Plan,
  aims: readonly string[],
  options: WeatherOptions,
  calmAt: Ms,
  key: number,
): readonly Fault[] {
  const { faults = 4, kinds = allKinds } = options
  const present = nodes.filter(({ absent }) => absent !== true).map(({ id }) => id)
  const count = between(mix(key, drawKeyOf('faults')), 0, 0, kinds.length === 0 ? 0 : faults)
  return Array.from({ length: count }, (_, index) => {
    const own = mix(key, 10_000 + index)
    const kind = kinds[between(own, 1, 0, kinds.length - 1)]!
    const at = between(own, 2, 0, calmAt - 1)
    const node = present[between(own, 3, 0, present.length - 1)]!
    const other =
      present[(present.indexOf(node) + between(own, 4, 1, Math.max(1, present.length - 1))) % present.length]!
    const entry = { id: `fault ${index + 1}`, at }
    switch (kind) {
      case 'crash':
        return [
          { ...entry, do: kind, node, disk: 'keep' },
          { id: `${entry.id} over`, at: at + between(own, 5, 50, 2_000), do: 'restart', node },
        ]
      case 'pause':
        return [
          { ...entry, do: kind, node },
          { id: `${entry.id} over`, at: at + between(own, 5, 50, 2_000), do: 'resume', node },
        ]
      case 'cut': {
        const oneWay = unit(own, 6) < 0.3
        const rest = present.filter((id) => id !== node)
        const sides = { from: [node], to: unit(own, 7) < 0.5 ? [other] : rest, ...(oneWay ? { oneWay } : {}) }
        return [
          { ...entry, do: kind, ...sides },
          { id: `${entry.id} over`, at: at + between(own, 5, 50, 2_000), do: 'mend', ...sides },
        ]
      }
      case 'clock':
        return [{ ...entry, do: kind, of: node, clock: { offsetMs: between(own, 5, -500, 500) } }]
      case 'drop':
      case 'hold':
      case 'duplicate': {
        if (aims.length === 0) return []
        const name = aims[between(own, 6, 0, aims.length - 1)]!
        const message = `${node}>${other} ${name}#${between(own, 7, 1, 4)}`
        // It lies in wait from the start: later, the message may have come long ago.
        return [{ ...entry, at: 0, do: kind, message, byMs: between(own, 5, 50, 2_000) }]
      }
      default:
        return []
    }
  }).flat() as readonly Fault[]
}

/** At the end everybody is up, every link is whole and clocks agree. */
function healing({ nodes }: Plan, at: Ms): readonly Fault[] {
  const present = nodes.filter(({ absent }) => absent !== true).map(({ id }) => id)
  return [
    { id: 'heal links', at, do: 'mend', from: [], to: [] },
    ...present.flatMap((node): readonly Fault[] => [
      { id: `heal ${node} up`, at, do: 'restart', node },
      { id: `heal ${node} awake`, at, do: 'resume', node },
      { id: `heal ${node} clock`, at, do: 'clock', of: node, clock: { offsetMs: 0 } },
    ]),
  ]
}
