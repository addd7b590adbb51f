import { Fingerprint } from '../core/fingerprint.ts'
import type { KeyOutput, Ms, NodeId, Task } from '../core/types.ts'
import { needs, required, suffices, type Electorate, type Level } from '../levels.ts'
import { digestText, liveColumns, merge, purged, type Partition } from './partition.ts'
import { isAlive, nowSeconds, type RingNode } from './state.ts'
import { lookUp } from './storage.ts'
import { electorateOf } from './write.ts'

export interface ReadArgs {
  readonly key: string
  readonly level?: Level
}

/** What a replica answers: the partition itself, or only its digest. */
interface Answer {
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
 * taken them yet or not: two replicas must not differ by when they compact. (ReadCommand.withoutPurgeableTombstones.)
 */
export function readLocally(
  node: RingNode,
  { key, full }: { readonly key: string; readonly full: boolean },
): Answer {
  const held = lookUp(node, key)
  const partition = held && purged(held, nowSeconds(node), node.options.gcGraceSeconds)
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
  const contacted = firstEnough(level, electorate, candidates)
  const answers: Answers = { from: [], given: [], data: undefined }
  const begunAt = node.now()
  const ask = (id: NodeId, full: boolean) => node.spawn(() => askReplica(node, id, args.key, full, answers))
  contacted.forEach((id, index) => ask(id, index === 0))
  const enough = () => answers.data !== undefined && suffices(level, electorate, answers.from)
  // EACH_QUORUM never speculates. (AbstractReadExecutor.)
  if (node.options.speculativeRetryMs > 0 && level !== 'EACH_QUORUM')
    speculate(node, candidates, contacted, (id) => ask(id, answers.data === undefined), enough)
  if (!(yield* node.until(enough, node.options.readTimeoutMs))) {
    node.mark('read timeout')
    return { error: 'timeout', level, required: required(level, electorate), received: answers.from.length }
  }
  const { data } = answers
  if (answers.given.every(({ digest }) => digest === data?.digest)) return outputOf(node, data?.partition)
  node.mark('digest mismatch')
  return yield* reconcileReplicas(node, args.key, level, electorate, [...answers.from], begunAt)
}

/** What is left of a read's one timeout: a second round, and the repairs, do not begin it anew. (BlockingReadRepair.) */
function leftOf(node: RingNode, begunAt: Ms): Ms {
  const { readTimeoutMs } = node.options
  // A clock that is set anew meanwhile must not make the wait longer, or the time left negative.
  return Math.min(readTimeoutMs, Math.max(0, begunAt + readTimeoutMs - node.now()))
}

/** Who has answered a read, and what; `data` is the first answer that was more than a digest, or said that nothing is there. */
interface Answers {
  readonly from: NodeId[]
  readonly given: Answer[]
  data: Answer | undefined
}

function* askReplica(node: RingNode, id: NodeId, key: string, full: boolean, answers: Answers): Task<void> {
  const reply = yield* node.call(id, 'read replica', { key, full }, node.options.readTimeoutMs)
  if (!reply.ok) return
  const answer = reply.value as Answer
  answers.from.push(id)
  answers.given.push(answer)
  if (answer.partition !== undefined || answer.digest === '') answers.data ??= answer
}

/**
 * An answer that is late makes the coordinator ask one more replica: for the data, or for a digest if the data is there.
 * (speculative_retry, SpeculatingReadExecutor.)
 */
function speculate(
  node: RingNode,
  candidates: readonly NodeId[],
  contacted: readonly NodeId[],
  ask: (id: NodeId) => void,
  enough: () => boolean,
): void {
  const extra = candidates.find((id) => !contacted.includes(id))
  if (extra === undefined) return
  node.spawn(() => askLate(node, enough, () => ask(extra)))
}

function* askLate(node: RingNode, enough: () => boolean, ask: () => void): Task<void> {
  if (yield* node.until(enough, node.options.speculativeRetryMs)) return
  node.mark('speculative retry')
  ask()
}

/**
 * The digests differ: full data from everybody asked, merged; with BLOCKING the stale ones are written to before the
 * client has its answer, which is what makes quorum reads monotonic. (BlockingReadRepair, ReadOnlyReadRepair.)
 */
function* reconcileReplicas(
  node: RingNode,
  key: string,
  level: Level,
  electorate: Electorate,
  replicas: readonly NodeId[],
  begunAt: Ms,
): Task<KeyOutput> {
  const { readRepair } = node.options
  const replies = yield* node.quorum(
    replicas,
    replicas.length,
    'read replica',
    { key, full: true },
    leftOf(node, begunAt),
  )
  const answered = replies.flatMap((reply) =>
    reply.ok ? [{ from: reply.from, ...(reply.value as Answer) }] : [],
  )
  if (answered.length < replicas.length) {
    node.mark('read timeout')
    return { error: 'timeout', level, required: required(level, electorate), received: answered.length }
  }
  const versions = answered.flatMap(({ partition }) => (partition === undefined ? [] : [partition]))
  // What differed may be gone by now: a tombstone's time was over between the two rounds.
  const newest = versions.length === 0 ? undefined : versions.reduce(merge)
  const stale = answered.filter(({ digest }) => digest !== readDigest(newest)).map(({ from }) => from)
  if (readRepair === 'BLOCKING' && stale.length > 0 && newest !== undefined) {
    node.mark('read repair')
    const repairs = yield* node.quorum(stale, stale.length, 'mutate', newest, leftOf(node, begunAt))
    const repaired = repairs.filter(({ ok }) => ok).map(({ from }) => from)
    const consistent = answered
      .map(({ from }) => from)
      .filter((id) => !stale.includes(id) || repaired.includes(id))
    if (!suffices(level, electorate, consistent)) {
      node.mark('read timeout')
      return { error: 'timeout', level, required: required(level, electorate), received: consistent.length }
    }
  }
  return outputOf(node, newest)
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

/** A partition of one column `value` answers it; any other answers all its columns. */
function outputOf(node: RingNode, partition: Partition | undefined): KeyOutput {
  const columns = liveColumns(partition, nowSeconds(node))
  if (columns === null) return { value: null }
  const names = Object.keys(columns)
  return { value: names.length === 1 && names[0] === 'value' ? columns['value']! : columns }
}
