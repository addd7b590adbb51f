import { type Settled, tellRest } from '../checks/rest.ts'
import type { NodeState, Plan } from '../core/types.ts'
import { writeMajority } from './members.ts'
import { hasEntry } from './oplog.ts'
import type { ReplicaSetOptions } from './options.ts'
import { beginning, laterOf } from './optime.ts'
import type { Disk, Memory } from './state.ts'

/**
 * The member with the latest entry decides what a set holds, and this tells when that can't change any more: the latest
 * entry of all is on as many voters as a commit needs, no member knows of a later term, and no client writes. A member that's
 * elected from then on has that entry, because each majority has a voter that refuses anyone without it, and adds nothing
 * but noops; and an entry of an older term is never the latest again. (Raft, section 5.4; ElectionSafety and
 * LeaderCompleteness. Looking at the entry's own term alone is what section 5.4.2 asks for.)
 *
 * Members must keep what they voted and wrote, so it can't tell where a member may copy another's disk.
 */
function settled(plan: Plan, options: ReplicaSetOptions): Settled | undefined {
  const isKept = options.resync === 'manual' && !plan.ops.some(({ do: what }) => what === 'resync')
  if (!isKept) return undefined
  const needed = writeMajority(options)
  const roles = plan.nodes.map(({ id }) => options.members[id]!)
  const isAtRest = (members: readonly NodeState[]) => {
    let latest = beginning
    let term = 0
    for (const { up, memory, disk } of members) {
      const { last, vote } = disk as Disk
      latest = laterOf(latest, last)
      term = Math.max(term, vote.term)
      if (!up) continue
      const { term: heard, ticketAtMs } = memory as Memory
      // A write that flow control holds back may still come.
      if (ticketAtMs !== -Infinity) return false
      term = Math.max(term, heard)
    }
    if (term > latest.term) return false
    let having = 0
    for (const [place, { disk }] of members.entries()) {
      const { arbiter, votes } = roles[place]!
      if (!arbiter && votes === 1 && hasEntry(disk as Disk, latest)) having++
    }
    return having >= needed
  }
  return { pauseMs: 0, isAtRest }
}

tellRest('replica-set', { harmless: ['read'], settled })
