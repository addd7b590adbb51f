/** How a reader sets up a cluster in which nothing has happened yet. */
export interface Setting {
  /** A system whose face says how it's set up. */
  readonly system: string
  /** As many as its face allows. */
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

/** The cluster that a new run begins with, until the reader chooses another. */
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

/** The most copies that a setting's nodes can hold: each datacentre holds its own. */
export function mostReplicas({ nodes, datacentres }: Pick<Setting, 'nodes' | 'datacentres'>): number {
  return Math.floor(nodes / datacentres)
}
