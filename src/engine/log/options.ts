import { asNode } from '../core/cell.ts'
import { type Shape, anything, fields, oneOf, orElse, PlanError, read, whole } from '../core/plan/shape.ts'
import type { Json, Ms, NodeId, PlanNode } from '../core/types.ts'

/** How a log is set up, every default filled in. Names in brackets are Kafka's. */
export interface LogOptions {
  readonly nodes: readonly PlanNode[]
  readonly partitions: number
  /** How many nodes keep each partition (replication.factor). */
  readonly copies: number
  /** Who must have a record before it's acknowledged: its leader alone, or every in-sync replica (acks). */
  readonly acks: 'leader' | 'all'
  /** With acks 'all': below so many in-sync replicas an append is refused (min.insync.replicas). */
  readonly minInSync: number
  /** How often a follower fetches. */
  readonly fetchMs: Ms
  /** A follower that hasn't caught up for so long is no longer in sync (replica.lag.time.max.ms). */
  readonly lagMs: Ms
  readonly clientTimeoutMs: Ms
}

/** What a program may leave out, and shorter forms. */
export type LogSettings = Partial<Omit<LogOptions, 'nodes'>> & {
  readonly nodes?: readonly (NodeId | PlanNode)[]
}

const ms = whole(1, 3_600_000)
const shape = fields<LogOptions>({
  nodes: orElse(anything as Shape<readonly PlanNode[]>, [{ id: 'A' }, { id: 'B' }, { id: 'C' }]),
  partitions: orElse(whole(1, 50), 3),
  copies: orElse(whole(1, 20), 3),
  acks: orElse(oneOf('leader', 'all'), 'all'),
  minInSync: orElse(whole(1, 20), 1),
  fetchMs: orElse(ms, 100),
  lagMs: orElse(ms, 30_000),
  clientTimeoutMs: orElse(ms, 30_000),
})

/** @throws PlanError that lists everything that's wrong: where, what was expected, what was received */
export function logOptions(settings: LogSettings | Json, nodes?: readonly PlanNode[]): LogOptions {
  const options = read(shape, settings ?? {}, 'log')
  const all = (nodes ?? options.nodes).map(asNode)
  const copies = Math.min(options.copies, all.length)
  if (options.minInSync > copies) {
    const expected = `at most the number of copies, ${copies}`
    throw new PlanError([{ where: 'log.minInSync', expected, received: String(options.minInSync) }])
  }
  return { ...options, copies, nodes: all }
}
