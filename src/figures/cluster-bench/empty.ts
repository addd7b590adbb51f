import type { Json, Plan, PlanNode } from '#engine/core/types.ts'

/** How a reader sets up a cluster in which nothing has happened yet. */
export interface Setting {
  readonly system: 'ring' | 'replica-set'
  /** 2 to 12; a replica set has 7 voting members at most. */
  readonly nodes: number
  readonly datacentres: 1 | 2
  /** Copies of each key; with two datacentres, in each of them. */
  readonly replicas: number
  readonly write: string
  readonly read: string
  readonly hints: boolean
  readonly readRepair: boolean
  /** Least and greatest time on the way, in milliseconds; between datacentres 40 ms more. */
  readonly latency: readonly [number, number]
  readonly seed: number
}

export const usualSetting: Setting = {
  system: 'ring',
  nodes: 3,
  datacentres: 1,
  replicas: 3,
  write: 'QUORUM',
  read: 'QUORUM',
  hints: true,
  readRepair: true,
  latency: [5, 15],
  seed: 1,
}

const letters = 'ABCDEFGHIJKL'
const farMs = 40

/** The most nodes that a system of the bench has. */
export function mostNodes({ system }: Pick<Setting, 'system'>): number {
  return system === 'ring' ? 12 : 7
}

/** The most copies that a setting's nodes can hold: each datacentre holds its own. */
export function mostReplicas({ nodes, datacentres }: Pick<Setting, 'nodes' | 'datacentres'>): number {
  return Math.floor(nodes / datacentres)
}

/** A plan without an operation or a fault. */
export function emptyPlan(setting: Setting): Plan {
  const { system, write, read, hints, readRepair, latency, seed } = setting
  const datacentres = system === 'ring' ? setting.datacentres : 1
  const count = Math.min(mostNodes(setting), Math.max(2, Math.round(setting.nodes)))
  const replicas = Math.max(1, Math.min(setting.replicas, mostReplicas({ nodes: count, datacentres })))
  const inFirst = Math.ceil(count / datacentres)
  const nodes = Array.from({ length: count }, (_, place): PlanNode => {
    const id = letters[place]!
    return datacentres === 1 ? { id } : { id, datacentre: place < inFirst ? 'east' : 'west' }
  })
  const far: readonly [number, number] = [latency[0] + farMs, latency[1] + farMs]
  const links = [
    { from: 'east', to: 'west', latency: far },
    { from: 'west', to: 'east', latency: far },
  ]
  const onRing: Json = {
    replicas: datacentres === 1 ? replicas : { east: replicas, west: replicas },
    write,
    read,
    hints,
    readRepair: readRepair ? 'BLOCKING' : 'NONE',
  }
  return {
    v: 1,
    system,
    seed,
    until: 10_000,
    nodes,
    clients: [
      { id: 'ann', near: nodes[0]!.id },
      { id: 'ben', near: nodes.at(-1)!.id },
    ],
    net: { order: 'link', loss: 0, duplicate: 0, latency, ...(datacentres === 2 ? { links } : {}) },
    options: system === 'ring' ? onRing : { write, read },
    ops: [],
    faults: [],
  }
}
