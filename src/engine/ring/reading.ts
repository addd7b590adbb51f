import type { KeyOutput, Ms, NodeId, Task } from '../core/types.ts'
import { required, type Electorate, type Level } from '../levels.ts'
import { liveColumns, type Partition } from './partition.ts'
import type { RingNode } from './state.ts'

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

/** One read in progress: which nodes may answer, and which were asked. */
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

/** The answer of a read that got too few answers in time. */
export function timedOut({ node, level, electorate }: Read, received: number): KeyOutput {
  node.mark('read timeout')
  return { error: 'timeout', level, required: required(level, electorate), received }
}

/** What is left of a read's one timeout: a second round, and the repairs, don't begin it again. (BlockingReadRepair.) */
export function leftOf({ node, begunAt }: Read): Ms {
  const { readTimeoutMs } = node.options
  // A clock that's set in the meantime must not make the wait longer, or the time left negative.
  return Math.min(readTimeoutMs, Math.max(0, begunAt + readTimeoutMs - node.now()))
}

/** What replicas have answered; `data` is the first answer that was more than a digest, or said that nothing is there. */
export interface Answers {
  readonly given: (Answer & { readonly from: NodeId })[]
  data: Answer | undefined
}

/** Who has answered so far. */
export function answered({ given }: Answers): readonly NodeId[] {
  return given.map(({ from }) => from)
}

/** Asks one replica for its data or, unless `full`, for a digest of it, and files its answer. */
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
