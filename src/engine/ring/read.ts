import { Fingerprint } from '../core/fingerprint.ts'
import type { KeyOutput, Ms, NodeId, Task } from '../core/types.ts'
import { needs, required, suffices, type Electorate, type Level } from '../levels.ts'
import { diskTurn } from './disk.ts'
import { digestText, liveColumns, purged, selected, type Partition } from './partition.ts'
import { reconcileReplicas } from './read-repair.ts'
import { isAlive, nowSeconds, type RingNode } from './state.ts'
import { lookUp, lookUpPurged } from './storage.ts'
import { electorateOf } from './write.ts'

export interface ReadArgs {
  readonly key: string
  /** Only these columns; all when left out. */
  readonly columns?: readonly string[]
  readonly level?: Level
}

/** What a coordinator asks a replica: also the second at which it reads, so that all replicas purge by one clock. */
export interface ReplicaRead {
  readonly key: string
  readonly full: boolean
  readonly nowSeconds: number
  readonly columns?: readonly string[]
}

/** What a replica answers: the partition itself, or only its digest. */
export interface Answer {
  readonly partition?: Partition
  readonly digest: string
}

/** Digests made before: a version of a partition is never changed, and its replicas hold the same one. */
const digests = new WeakMap<Partition, string>()

/** The hash a replica sends in place of the data. Cassandra takes MD5; any good hash of the same bytes does. */
export function readDigest(partition: Partition | undefined): string {
  if (partition === undefined) return ''
  let digest = digests.get(partition)
  if (digest === undefined) {
    digest = new Fingerprint().text(digestText(partition)).hex()
    digests.set(partition, digest)
  }
  return digest
}

/**
 * A replica reads for a coordinator. Tombstones that may be purged are no part of its answer, whether a compaction has
 * taken them yet or not: two replicas must not differ by when they compact, nor by their clocks.
 * (ReadCommand.withoutPurgeableTombstones, with the command's own nowInSec.)
 */
export function readLocally(node: RingNode, read: ReplicaRead): Answer | Task<Answer> {
  const wait = diskTurn(node)
  return wait === 0 ? answerOf(node, read) : answerLate(node, read, wait)
}

function* answerLate(node: RingNode, read: ReplicaRead, wait: Ms): Task<Answer> {
  node.mark('read waited for the disk')
  yield* node.sleep(wait)
  return answerOf(node, read)
}

function answerOf(node: RingNode, { key, full, nowSeconds: now, columns }: ReplicaRead): Answer {
  const { gcGraceSeconds, onlyPurgeRepaired } = node.options
  const held = onlyPurgeRepaired ? lookUpPurged(node, key, now) : lookUp(node, key)
  const kept = held && purged(held, now, onlyPurgeRepaired ? Infinity : gcGraceSeconds)
  const partition = kept && selected(kept, columns)
  const digest = readDigest(partition)
  return full && partition !== undefined ? { partition, digest } : { digest }
}

/**
 * Coordinates a read: the full data from one replica, digests from as many more as the level needs. When they differ
 * the data is fetched from all of them and merged. (StorageProxy.read; the pages on Dynamo and on read repair.)
 */
export function* coordinateRead(node: RingNode, args: ReadArgs): Task<KeyOutput> {
  const level = args.level ?? node.options.read
  const voters = electorateOf(node, args.key)
  const electorate = voters.pending.length === 0 ? voters : { ...voters, pending: [] }
  const candidates = byDistance(node, electorate, level).filter((id) => isAlive(node, id))
  if (level === 'ANY') return { error: 'a read cannot ask for ANY: a hint is no answer' }
  if (!suffices(level, electorate, candidates)) {
    node.mark('unavailable')
    return { error: 'unavailable', level, required: required(level, electorate), alive: candidates.length }
  }
  const contacted = [...firstEnough(level, electorate, candidates)]
  const { key, columns } = args
  const command = { key, nowSeconds: nowSeconds(node), ...(columns === undefined ? {} : { columns }) }
  const answers: Answers = { given: [], data: undefined }
  const read: Read = { node, level, electorate, candidates, contacted, command, begunAt: node.now() }
  const ask = (id: NodeId, full: boolean) => node.spawn(() => askReplica(read, id, full, answers))
  contacted.forEach((id, index) => ask(id, index === 0))
  const enough = () => answers.data !== undefined && suffices(level, electorate, answered(answers))
  // EACH_QUORUM never speculates. (AbstractReadExecutor.)
  if (level !== 'EACH_QUORUM')
    speculate(read, 'speculative retry', (id) => ask(id, answers.data === undefined), enough)
  if (!(yield* node.until(enough, node.options.readTimeoutMs))) return timedOut(read, answers.given.length)
  const { data } = answers
  if (answers.given.every(({ digest }) => digest === data?.digest)) return outputOf(read, data?.partition)
  node.mark('digest mismatch')
  return yield* reconcileReplicas(read)
}

/** One read while it goes on: who may answer, and who was asked. */
export interface Read {
  readonly node: RingNode
  readonly level: Level
  readonly electorate: Electorate
  /** Who stores the key and is up, nearest first. */
  readonly candidates: readonly NodeId[]
  readonly contacted: NodeId[]
  readonly command: Omit<ReplicaRead, 'full'>
  readonly begunAt: Ms
}

export function timedOut({ node, level, electorate }: Read, received: number): KeyOutput {
  node.mark('read timeout')
  return { error: 'timeout', level, required: required(level, electorate), received }
}

/** What is left of a read's one timeout: a second round, and the repairs, do not begin it anew. (BlockingReadRepair.) */
export function leftOf({ node, begunAt }: Read): Ms {
  const { readTimeoutMs } = node.options
  // A clock that is set anew meanwhile must not make the wait longer, or the time left negative.
  return Math.min(readTimeoutMs, Math.max(0, begunAt + readTimeoutMs - node.now()))
}

/** What replicas have answered; `data` is the first answer that was more than a digest, or said that nothing is there. */
export interface Answers {
  readonly given: (Answer & { readonly from: NodeId })[]
  data: Answer | undefined
}

export function answered({ given }: Answers): readonly NodeId[] {
  return given.map(({ from }) => from)
}

export function* askReplica(
  { node, command }: Read,
  id: NodeId,
  full: boolean,
  answers: Answers,
): Task<void> {
  const reply = yield* node.call(id, 'read replica', { ...command, full }, node.options.readTimeoutMs)
  if (!reply.ok) return
  const answer = reply.value as Answer
  answers.given.push({ ...answer, from: id })
  if (answer.partition !== undefined || answer.digest === '') answers.data ??= answer
}

/**
 * An answer that is late makes the coordinator ask one more replica: for the data, or for a digest if the data is there.
 * (speculative_retry, SpeculatingReadExecutor.)
 */
export function speculate(
  { node, candidates, contacted }: Read,
  mark: string,
  ask: (id: NodeId) => void,
  enough: () => boolean,
): void {
  const extra = candidates.find((id) => !contacted.includes(id))
  if (extra === undefined || node.options.speculativeRetryMs === 0) return
  node.spawn(() =>
    askLate(node, enough, () => {
      node.mark(mark)
      contacted.push(extra)
      ask(extra)
    }),
  )
}

function* askLate(node: RingNode, enough: () => boolean, ask: () => void): Task<void> {
  if (!(yield* node.until(enough, node.options.speculativeRetryMs))) ask()
}

/** Nearest first: itself, then its datacentre, then clockwise. */
function byDistance(
  node: RingNode,
  { replicas, local, datacentreOf }: Electorate,
  level: Level,
): readonly NodeId[] {
  const distance = (id: NodeId) => (id === node.id ? 0 : datacentreOf(id) === local ? 1 : 2)
  const usable = level.startsWith('LOCAL') ? replicas.filter((id) => datacentreOf(id) === local) : replicas
  return [...usable].sort((a, b) => distance(a) - distance(b))
}

/** The nearest replicas that are enough for the level. */
function firstEnough(level: Level, electorate: Electorate, candidates: readonly NodeId[]): readonly NodeId[] {
  const chosen: NodeId[] = []
  const groups = needs(level, electorate)
  for (const id of candidates) {
    // For EACH_QUORUM a near node may be one too many of its datacentre. (contactForEachQuorumRead.)
    const isWanted = ({ from, count }: (typeof groups)[number]) =>
      from.includes(id) && chosen.filter((one) => from.includes(one)).length < count
    if (groups.some(isWanted)) chosen.push(id)
  }
  return chosen
}

/** A partition of one column `value` answers it; any other answers all its columns, or those that were asked for. */
export function outputOf(
  { command: { nowSeconds: now, columns } }: Read,
  partition: Partition | undefined,
): KeyOutput {
  const live = liveColumns(partition, now, columns)
  if (live === null) return { value: null }
  const names = Object.keys(live)
  return { value: names.length === 1 && names[0] === 'value' ? live['value']! : live }
}
