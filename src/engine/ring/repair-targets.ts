import type { Json, NodeId } from '../core/types.ts'
import type { TokenRange } from '../token/range.ts'
import { ringOf } from './placement.ts'
import type { RepairExtras } from './repair-extras.ts'
import { isAlive, type RingNode } from './state.ts'
import { rangeFrom, rangeText, type RangeText } from './stream.ts'

/**
 * What to repair and how. Without more: every range this node stores, all data in full, all replicas at once. The command
 * line's own default is `incremental` instead, since 2.2. (RepairOption.)
 */
export interface RepairArgs {
  /** Every range this node stores ('full'), or only those it is the first replica of ('primary', -pr). */
  readonly ranges?: 'full' | 'primary'
  /** One subrange (-st, -et), inside one range that this node stores. */
  readonly range?: RangeText
  /** A depth in place of the one that Cassandra would choose; to show what it costs. */
  readonly depth?: number
  /** Compares what no incremental repair has marked, and marks it. */
  readonly incremental?: boolean
  /** Compares, and says what would be streamed. (--preview.) */
  readonly preview?: boolean
  /** Compares what was marked repaired: it should be equal. (--validate.) */
  readonly validate?: boolean
  /** Trees from all replicas at once; one after the other, of a snapshot (-seq); or so in each datacentre (-dcpar). */
  readonly sequence?: 'parallel' | 'sequential' | 'by datacentre'
  /** Only these nodes (-hosts), or those of these datacentres (-dc); this one must be among them. */
  readonly hosts?: readonly NodeId[]
  readonly datacentres?: readonly string[]
  /** Who is down is left out. (--force.) */
  readonly force?: boolean
  /** This node takes what the other host has, and sends nothing. (--pull.) */
  readonly pull?: boolean
}

/** Ranges that the same nodes take part in: they are one session. */
export interface Session {
  readonly ranges: readonly TokenRange[]
  /** This node first, then the others in the order of the plan. */
  readonly nodes: readonly NodeId[]
}

/** What a repair will do; or why it is refused before anything is done. */
export type Targets =
  | {
      readonly sessions: readonly Session[]
      /** Whether every replica of each range takes part. */
      readonly isAll: boolean
    }
  | { readonly refused: { readonly error: string; readonly why: string; readonly [more: string]: Json } }

const refused = (error: string, why: string): Targets => ({ refused: { error, why } })

/** The sessions that a repair is made of. (RepairCoordinator.getNeighborsAndRanges, ActiveRepairService.getNeighbors.) */
export function targetsOf(node: RingNode, args: RepairArgs, extras: RepairExtras | undefined): Targets {
  const wrong = extras?.refusal(node, args)
  if (wrong !== undefined) return refused('refused', wrong)
  const own = ringOf(node.disk.members, node.options).ranges.filter(({ replicas }) =>
    replicas.includes(node.id),
  )
  const wanted = args.range === undefined ? own : extras!.inside(own, rangeFrom(args.range))
  if (typeof wanted === 'string') return refused('imprecise', wanted)
  const nothing = (range: RangeText) =>
    refused('refused', `Nothing to repair for (${range.left},${range.right}] - aborting`)
  if (wanted.length === 0 && args.range !== undefined) return nothing(args.range)
  const sessions: { ranges: TokenRange[]; nodes: readonly NodeId[] }[] = []
  let isAll = true
  for (const { range, replicas } of wanted) {
    if (args.ranges === 'primary' && replicas[0] !== node.id) continue
    const others = node.others.filter((id) => replicas.includes(id))
    const chosen = extras?.participants(node, args, others) ?? others
    if (chosen.length === 0 && (others.length > 0 || args.range !== undefined))
      return nothing(rangeText(range))
    const alive = chosen.filter((id) => isAlive(node, id))
    const silent = chosen.find((id) => !alive.includes(id))
    if (silent !== undefined && args.force !== true)
      return refused('unavailable', `Endpoint not alive: ${silent}`)
    isAll &&= alive.length === others.length
    if (alive.length === 0) continue
    const nodes = [node.id, ...alive]
    const same = sessions.find((one) => one.nodes.join(' ') === nodes.join(' '))
    if (same === undefined) sessions.push({ ranges: [range], nodes })
    else same.ranges.push(range)
  }
  return { sessions, isAll }
}
