import type { KeyOutput, NodeId, Task } from '../core/types.ts'
import { required, suffices, type Level } from '../levels.ts'
import { lacking, merge, type Partition } from './partition.ts'
import {
  answered,
  askReplica,
  leftOf,
  outputOf,
  speculate,
  timedOut,
  type Answers,
  type Read,
} from './reading.ts'
import { isAlive } from './state.ts'

/**
 * The digests differ: full data from everybody asked, merged; with BLOCKING the stale ones are written to before the
 * client has its answer, which is what makes quorum reads monotonic. A replica that is late in either round doesn't fail the
 * read: one more is asked for the data, and the others are written to. (AbstractReadRepair, BlockingReadRepair,
 * ReadOnlyReadRepair.)
 */
export function* reconcileReplicas(read: Read): Task<KeyOutput> {
  const { node, level, electorate, command, contacted } = read
  const answers: Answers = { given: [], data: undefined }
  const ask = (id: NodeId) => node.spawn(() => askReplica(read, id, true, answers))
  contacted.forEach(ask)
  const enough = () => suffices(level, electorate, answered(answers))
  if (satisfiesQuorum(read)) speculate(read, 'additional read', ask, enough)
  if (!(yield* node.until(enough, leftOf(read)))) return timedOut(read, answers.given.length)
  const given = [...answers.given]
  const versions = given.flatMap(({ partition }) => (partition === undefined ? [] : [partition]))
  // What differed may be gone by now: a tombstone's time was over between the two rounds.
  if (versions.length === 0) return outputOf(read, undefined)
  const newest = versions.reduce(merge)
  const repairs = given.flatMap(({ from, partition }): Repair[] => {
    const update = lacking(newest, partition, command.columns)
    return update === undefined ? [] : [{ to: from, update }]
  })
  if (node.options.readRepair === 'BLOCKING' && repairs.length > 0) {
    node.mark('read repair')
    const received = yield* repairAll(read, answered({ given, data: undefined }), repairs)
    if (received !== undefined) return timedOut(read, received)
  }
  return outputOf(read, newest)
}

/** What one replica is missing. */
interface Repair {
  readonly to: NodeId
  readonly update: Partition
}

/**
 * Writes to the stale ones and waits until enough for the level have the same; when one is late, those that weren't
 * read get what hasn't been acknowledged. Answers how many had it when the time was over; undefined when enough had.
 * (BlockingPartitionRepair.)
 */
function* repairAll(
  read: Read,
  answering: readonly NodeId[],
  repairs: readonly Repair[],
): Task<number | undefined> {
  const { node, level, electorate } = read
  const sound = answering.filter((id) => !repairs.some(({ to }) => to === id))
  for (const { to, update } of repairs) node.spawn(() => writeRepair(read, to, update, sound))
  const enough = () => suffices(level, electorate, sound)
  const others = read.candidates.filter((id) => !answering.includes(id) && isAlive(node, id))
  if (others.length > 0 && node.options.speculativeRetryMs > 0)
    node.spawn(() => writeMore(read, others, repairs, sound, enough))
  return (yield* node.until(enough, leftOf(read))) ? undefined : sound.length
}

function* writeRepair({ node }: Read, to: NodeId, update: Partition, sound: NodeId[]): Task<void> {
  const reply = yield* node.call(to, 'mutate', update, node.options.writeTimeoutMs)
  if (reply.ok) sound.push(to)
}

function* writeMore(
  read: Read,
  others: readonly NodeId[],
  repairs: readonly Repair[],
  sound: NodeId[],
  enough: () => boolean,
): Task<void> {
  const { node } = read
  if (yield* node.until(enough, node.options.speculativeRetryMs)) return
  const missing = repairs.filter(({ to }) => !sound.includes(to)).map(({ update }) => update)
  if (missing.length === 0) return
  node.mark('additional write')
  const update = missing.reduce(merge)
  for (const to of others) node.spawn(() => writeRepair(read, to, update, sound))
}

/** One more is asked for data only at levels of a quorum and above. (AbstractReadRepair.shouldSpeculate.) */
function satisfiesQuorum({ level, electorate }: Read): boolean {
  const quorum: Level = level.startsWith('LOCAL') ? 'LOCAL_QUORUM' : 'QUORUM'
  return level !== 'EACH_QUORUM' && required(level, electorate) >= required(quorum, electorate)
}
