import { votersOf, memberViewOf, writeMajority } from './members.ts'
import { moveStable } from './oplog.ts'
import { compareOpTimes, earlierOf, isAtLeast, isSameOpTime, type OpTime } from './optime.ts'
import { plain, remember, say, type SetNode } from './state.ts'

/**
 * The primary's commit point: the latest entry that a majority has, in the journal if the set is configured that way.
 * Only an entry from the primary's own term counts; older ones are committed with it. (Replication Internals, "Commit
 * Point Propagation"; Raft, section 5.4.2; AdvanceCommitPoint in RaftMongo.tla.)
 */
export function advanceCommitPoint(node: SetNode): void {
  const { memory, disk, options } = node
  if (memory.role !== 'primary') return
  // No commit point is beyond the last entry, so in a quiet set there's nothing to find out.
  if (isAtLeast(memory.commitPoint, disk.last)) return
  const own = options.majorityJournaled ? memory.durable : disk.last
  const reached = votersOf(options)
    .map((id): OpTime => {
      if (id === node.id) return own
      const { durable, written } = memberViewOf(node, id)
      return options.majorityJournaled ? durable : written
    })
    .sort(compareOpTimes)
  const point = earlierOf(reached[reached.length - writeMajority(options)]!, disk.last)
  if (point.term !== memory.term || !isAtLeast(point, memory.commitPoint)) return
  if (isSameOpTime(point, memory.commitPoint)) return
  const committed = [...disk.oplog.range(memory.commitPoint.index + 1, point.index + 1)].map(([, entry]) =>
    plain(entry),
  )
  remember(node, { commitPoint: point })
  moveStable(node)
  node.mark('commit point advanced')
  say(node, 'advance commit point', { to: plain(point), committed })
}

/**
 * Another member says what its commit point is. The sync source is believed: what was fetched from it is on the same
 * branch, so in a later term at least all of that is committed. Any other member is believed only if this member's last
 * entry is from the same term, because nothing else shows that it's the same branch. (LearnCommitPointWithTermCheck and
 * LearnCommitPointFromSyncSourceNeverBeyondLastApplied in RaftMongo.tla.)
 */
export function learnCommitPoint(node: SetNode, heard: OpTime, fromSource: boolean): void {
  const { memory, disk } = node
  if (memory.role !== 'secondary' && memory.role !== 'arbiter' && memory.role !== 'recovering') return
  if (!fromSource && heard.term !== disk.last.term) return
  const point = heard.term <= disk.last.term ? heard : disk.last
  if (compareOpTimes(point, memory.commitPoint) <= 0) return
  remember(node, { commitPoint: point })
  moveStable(node)
  node.mark('commit point learned')
  say(node, 'learn commit point', { to: plain(point), from: fromSource ? 'sync source' : 'heartbeat' })
}
