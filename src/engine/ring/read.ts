import { Fingerprint } from '../core/fingerprint.ts'
import type { KeyOutput, Ms, NodeId, Task } from '../core/types.ts'
import { needs, required, suffices, type Electorate, type Level } from '../levels.ts'
import { digestText, purged, selected, type Partition } from './partition.ts'
import { diskTurn } from './rates.ts'
import { reconcileReplicas } from './read-repair.ts'
import {
  answered,
  askReplica,
  outputOf,
  speculate,
  timedOut,
  type Answer,
  type Answers,
  type Read,
  type ReplicaRead,
} from './reading.ts'
import { isAlive, nowSeconds, type RingNode } from './state.ts'
import { lookUp, lookUpPurged } from './storage.ts'
import { electorateOf } from './write.ts'

/** What a read says. */
export interface ReadArgs {
  readonly key: string
  /** Only these columns; all when left out. */
  readonly columns?: readonly string[]
  readonly level?: Level
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
  if (level === 'ANY') return { error: 'a read can’t ask for ANY: a hint isn’t an answer' }
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
