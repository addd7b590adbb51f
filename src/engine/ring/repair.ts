import type { Json, NodeId, Task } from '../core/types.ts'
import { validatorDigest } from '../digest/validator.ts'
import { rangeDifference } from '../merkle/range-difference.ts'
import { withPartitions, type PartitionChange, type RangeTree } from '../merkle/ranges.ts'
import { depthFor } from '../merkle/shape.ts'
import { rangeContains, type TokenRange } from '../token/range.ts'
import { backgroundAt } from './background.ts'
import { backgroundCount, backgroundTree } from './background-tree.ts'
import { digestText, purged, type Partition } from './partition.ts'
import { ringOf } from './placement.ts'
import { isAlive, nowSeconds, type RingNode } from './state.ts'
import { scanWritten, tokenOfKey } from './storage.ts'
import { rangeFrom, rangeText, type RangeText, type Streamed } from './stream.ts'

/**
 * What to repair: every range this node stores ('full'), only those it is the first replica of ('primary', -pr), or
 * one subrange (-st, -et). Incremental repair is left out of this model: nothing is marked repaired, and every repair
 * compares everything.
 */
export interface RepairArgs {
  readonly ranges?: 'full' | 'primary'
  readonly range?: RangeText
  /** A depth in place of the one that Cassandra would choose; to show what it costs. */
  readonly depth?: number
}

/** A tree as it travels: whole. */
export interface TravellingTree {
  readonly tree: RangeTree
  readonly bytes: number
}

const patienceMs = 600_000

/** Everything a repair did, counted. */
interface Tally {
  ranges: number
  trees: number
  treeBytes: number
  pairs: number
  differingPairs: number
  differingRanges: number
  partitions: number
  bytes: number
}

/** Coordinates a repair, one range after the other. (RepairSession, RepairJob.) */
export function* repair(node: RingNode, args: RepairArgs): Task<Json> {
  const tally: Tally = {
    ranges: 0,
    trees: 0,
    treeBytes: 0,
    pairs: 0,
    differingPairs: 0,
    differingRanges: 0,
    partitions: 0,
    bytes: 0,
  }
  const wanted = rangesToRepair(node, args)
  if (wanted === undefined) {
    node.mark('repair failed')
    return {
      error: 'imprecise',
      why: 'the range spans others that have different replicas: repair them apart',
    }
  }
  for (const { range, replicas } of wanted) {
    const silent = replicas.find((id) => !isAlive(node, id))
    if (silent !== undefined) {
      node.mark('repair failed')
      return { error: 'unavailable', why: `${silent} stores a part of the range and is down`, ...tally }
    }
    tally.ranges++
    const failed = yield* repairRange(node, range, replicas, args.depth, tally)
    if (failed !== undefined) {
      node.mark('repair failed')
      return { error: 'timeout', why: failed, ...tally }
    }
  }
  node.mark('repair finished')
  return { value: { ...tally } }
}

/**
 * Undefined for a subrange that spans ranges of different replicas: it could not be compared as one. (Cassandra refuses
 * what is not inside one range; see ActiveRepairService.getNeighbors.)
 */
function rangesToRepair(node: RingNode, { ranges = 'full', range }: RepairArgs) {
  const { ranges: all } = ringOf(node.disk.members, node.options)
  if (range !== undefined) {
    const wanted = rangeFrom(range)
    // Two ranges meet when one of them holds the other's end.
    const [first, ...rest] = all
      .filter((one) => rangeContains(one.range, wanted.right) || rangeContains(wanted, one.range.right))
      .map(({ replicas }) => replicas)
    const isSame = (replicas: readonly NodeId[]) => namesOf(replicas) === namesOf(first ?? [])
    return first !== undefined && rest.every(isSame) ? [{ range: wanted, replicas: first }] : undefined
  }
  return all.filter(({ replicas }) =>
    ranges === 'primary' ? replicas[0] === node.id : replicas.includes(node.id),
  )
}

/**
 * Trees from every replica at once, every pair compared, every differing pair streams both ways at once. Answers what
 * failed, if something did.
 */
function* repairRange(
  node: RingNode,
  range: TokenRange,
  replicas: readonly NodeId[],
  depth: number | undefined,
  tally: Tally,
): Task<string | undefined> {
  // One moment for all of them, so that what expires meanwhile makes no difference.
  const request = {
    ...rangeText(range),
    nowSeconds: nowSeconds(node),
    ...(depth === undefined ? {} : { depth }),
  }
  const replies = yield* node.quorum(replicas, replicas.length, 'validate', request, patienceMs)
  const trees = replies.flatMap((reply) =>
    reply.ok ? [{ from: reply.from, ...(reply.value as TravellingTree) }] : [],
  )
  if (trees.length < replicas.length) return 'a replica sent no tree'
  tally.trees += trees.length
  tally.treeBytes += trees.reduce((sum, { bytes }) => sum + bytes, 0)
  const streams: Streams = { open: 0, failed: undefined }
  for (const [index, one] of trees.entries()) {
    for (const other of trees.slice(index + 1)) {
      tally.pairs++
      const ranges = rangeDifference(one.tree, other.tree).ranges.map(rangeText)
      if (ranges.length === 0) continue
      tally.differingPairs++
      tally.differingRanges += ranges.length
      streams.open++
      node.mark('ranges differ')
      const request = { peer: other.from, of: nameOf(range), ranges }
      node.spawn(() => exchange(node, one.from, request, tally, streams))
    }
  }
  yield* node.until(() => streams.open === 0)
  return streams.failed
}

/** How many streams of a range are under way, and what failed of those that are over. */
interface Streams {
  open: number
  failed: string | undefined
}

function* exchange(
  node: RingNode,
  one: NodeId,
  request: { readonly peer: NodeId; readonly of: string; readonly ranges: readonly unknown[] },
  tally: Tally,
  streams: Streams,
): Task<void> {
  const reply = yield* node.call(one, 'exchange', request, patienceMs)
  const streamed = reply.ok ? (reply.value as Streamed | null) : null
  if (streamed === null) streams.failed = `the stream between ${one} and ${request.peer} failed`
  tally.partitions += streamed?.partitions ?? 0
  tally.bytes += streamed?.bytes ?? 0
  streams.open--
}

function namesOf(replicas: readonly NodeId[]): string {
  return [...replicas].sort().join(' ')
}

/** A range as it names the trees that were built for it. */
function nameOf({ left, right }: TokenRange): string {
  return `${left} ${right}`
}

/**
 * A replica builds its tree: a read of everything in the range, one digest a partition, in a tree as deep as the number
 * of partitions asks for. Tombstones that may be purged are left out of the digests, but not of what is streamed
 * afterwards: that is the data as it lies on disk. (ValidationManager, Validator; CassandraStreamWriter.)
 */
export function validate(
  node: RingNode,
  request: RangeText & { readonly nowSeconds: number; readonly depth?: number },
): TravellingTree {
  const range = rangeFrom(request)
  const { background, repairDepth, gcGraceSeconds } = node.options
  const partitions = scanWritten(node, range)
  node.memory = { ...node.memory, validated: { range: nameOf(range), partitions } }
  const changes = partitions.flatMap((partition) => {
    const kept = purged(partition, request.nowSeconds, gcGraceSeconds)
    return kept === undefined ? [] : changeOf(kept, background)
  })
  const added = changes.filter(({ before }) => before === undefined).length
  const depth = request.depth ?? depthFor(backgroundCount(background, range) + added, repairDepth)
  const tree = withPartitions(backgroundTree(background, range, depth), changes)
  node.mark('tree built')
  return { tree, bytes: travellingBytes(tree) }
}

const tokenBytes = 4 + 8
const innerBytes = 1 + tokenBytes
const leafBytes = 1 + 1 + 32
const emptyLeafBytes = 1 + 1

/**
 * What a tree takes in a message: a kind and a token for each inner node, whose hash the receiver works out again; a kind, a
 * length and a hash for each leaf, without the hash where nothing is in it. (MerkleTree.Inner and Leaf, serialize and
 * serializedSize. A token is its length, an int, and then its bytes, 8 for Murmur3: Token.TokenSerializer,
 * Murmur3Partitioner.tokenFactory. The few bytes before the root are left out.)
 */
function travellingBytes({ shape, partitions }: RangeTree): number {
  let bytes = 0
  for (let node = 0; node < shape.nodeCount; node++) {
    if (shape.leftChild[node] !== 0) bytes += innerBytes
    else bytes += partitions[node] === 0 ? emptyLeafBytes : leafBytes
  }
  return bytes
}

const zeroDigest = new Uint8Array(32)

/** What a partition changes in the tree of the background: nothing if it is still what the background says. */
function changeOf(partition: Partition, background: number): readonly PartitionChange[] {
  const text = digestText(partition)
  const under = backgroundAt(background, partition.key)
  if (under !== undefined && digestText(under) === text) return []
  const change = { token: tokenOfKey(partition.key), after: validatorDigest(text) }
  return [under === undefined ? change : { ...change, before: zeroDigest }]
}
