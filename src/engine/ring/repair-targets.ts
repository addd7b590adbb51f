import type { Json, NodeId } from '../core/types.ts'
import type { TokenRange } from '../token/range.ts'
import { copiesIn, ringOf } from './placement.ts'
import type { RepairArgs, RepairExtras, Session } from './repair-session.ts'
import { isAlive, type RingNode } from './state.ts'
import { rangeFrom, rangeText, type RangeText } from './stream.ts'

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
  // A single copy has nothing to be compared with: nothing is done, and that is no failure. (RepairRunner.)
  if (copiesIn(node.options) < 2) return { sessions: [], isAll: true }
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
    const chosen = extras?.participants(node, args, others, range) ?? others
    if (typeof chosen === 'string') return refused('refused', chosen)
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
