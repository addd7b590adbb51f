import { Table } from '../core/table.ts'
import type { Json, Task } from '../core/types.ts'
import { freshMemory, goOn, provideAnew } from './boot.ts'
import { learnMembers } from './membership.ts'
import type { Members } from './placement.ts'
import type { Disk, RingNode } from './state.ts'
import { flush } from './flush.ts'
import { logPeriodMs } from './commit-log.ts'
import { provideUpkeep } from './system.ts'

/**
 * Asks the others which nodes are members before it says anything itself. If it's a member, or nobody answers, it
 * doesn't start, because an empty disk would answer in place of the full one. If no node knows it, it waits to be asked
 * to join. A seed asks nobody, and starts empty. (Gossiper.doShadowRound, isSafeForStartup.) A node that has left keeps its
 * disk, and doesn't start with it. (StorageService.prepareToJoin.)
 */
function* startAnew(node: RingNode): Task<void> {
  if (node.disk.members[node.id]?.status === 'left') {
    node.mark('rejoin refused')
    return node.halt('This node was decommissioned and will not rejoin the ring.')
  }
  const members = yield* askMembers(node)
  const status = members?.[node.id]?.status
  if (members !== undefined && (status === undefined || status === 'left' || status === 'joining')) {
    learnMembers(node, members)
    node.memory = freshMemory(node, node.disk.members)
    return goOn(node)
  }
  node.mark('start refused')
  node.disk = undefined as unknown as Disk
  node.halt(
    members === undefined
      ? 'Unable to gossip with any peers'
      : `A node with address ${node.id} already exists, cancelling join. Use cassandra.replace_address if you want to replace this node.`,
  )
}

/** What the first of the others to answer knows of the members; undefined when nobody answers. */
export function* askMembers(node: RingNode): Task<Members | undefined> {
  if (node.others.length === 0) return undefined
  const [first] = yield* node.quorum(node.others, 1, 'members', {}, 1_000)
  return first?.ok === true ? (first.value as Members) : undefined
}

/**
 * An operator shuts it down cleanly: it tells the others, writes out its memtable, and ends. (nodetool drain, a plain
 * kill.)
 */
function* stop(node: RingNode): Task<Json> {
  for (const id of node.others) node.send(id, 'shutdown', null)
  yield* flush(node)
  yield* node.sync()
  node.mark('stopped')
  node.halt('It was stopped in order.')
  return { ok: true }
}

/**
 * The process is killed, and loses what its log hadn't handed to the file, and hints still waiting to be flushed.
 * (HintsService.)
 */
function killed(node: RingNode): void {
  const { logged, bootedAt } = node.memory
  const { commitLog, hintFlushMs } = node.options
  const isUnlogged =
    commitLog === 'periodic' &&
    logged?.period === Math.floor(node.now() / logPeriodMs) &&
    logged.sstables === node.disk.sstables
  const flushedAt = bootedAt + Math.floor((node.now() - bootedAt) / hintFlushMs) * hintFlushMs
  const hints = Table.from([...node.disk.hints].filter(([, { at }]) => at < flushedAt))
  node.disk = { ...node.disk, hints, ...(isUnlogged ? { memtable: logged.memtable } : {}) }
}

provideAnew(startAnew)
provideUpkeep((node) => ({ stop: () => stop(node), killed: () => killed(node) }))
