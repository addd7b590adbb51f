import { sizeOf } from '../core/size.ts'
import type { NodeId, Task } from '../core/types.ts'
import { validatorDigest } from '../digest/validator.ts'
import { withPartitions, type PartitionChange, type RangeTree } from '../merkle/ranges.ts'
import { depthWithin } from '../merkle/depth.ts'
import { rangeContains } from '../token/range.ts'
import { backgroundAt } from './background.ts'
import { backgroundCount, backgroundTree } from './background-tree.ts'
import { digestText, purged, type Partition } from './partition.ts'
import { copiesIn } from './placement.ts'
import { useDisk } from './rates.ts'
import type { Sstable } from './sstable.ts'
import type { RingNode } from './state.ts'
import { scanTables } from './storage.ts'
import { tokenOfKey } from './table-key.ts'
import { rangeFrom, type RangeText } from './stream.ts'

/** Which data a validation reads: all; what an incremental repair looks at, by its name; what was repaired; what wasn't. */
export type Scope = 'all' | 'repaired' | 'unrepaired' | { readonly session: string }

/** What a coordinator asks of every replica: the trees of these ranges, all at one second. */
export interface ValidationRequest {
  /** The repair's name. */
  readonly repair: string
  readonly ranges: readonly RangeText[]
  readonly nowSeconds: number
  readonly scope: Scope
  readonly depth?: number
}

/** Trees as they're sent: whole. */
export interface TravellingTrees {
  readonly trees: readonly RangeTree[]
  /** How many bytes the trees take in the message. */
  readonly bytes: number
  /** How many bytes were read from disk to build them. */
  readonly readBytes: number
}

/**
 * A replica builds its trees: it reads everything in the ranges and takes one digest per partition, in trees as deep as
 * the number of partitions and the memory allow. Tombstones that may be purged are left out of the digests, but not of
 * what's streamed afterwards, which is the data as it is on disk. What's written in the meantime isn't looked at.
 * (ValidationManager, Validator.)
 */
export function validate(
  node: RingNode,
  request: ValidationRequest,
  coordinator: NodeId,
): TravellingTrees | Task<TravellingTrees> {
  const part = node.memory.repairs[coordinator]
  const isKnown = part?.name === request.repair
  if (!isKnown) takePart(node, coordinator, request.repair)
  const disk = (isKnown ? part.snapshot : undefined) ?? node.disk
  const seen = { options: node.options, disk: { ...node.disk, ...disk } }
  const { validationBytesPerMs } = node.options
  return validationBytesPerMs === 0 ? treesOf(node, seen, request) : treesLate(node, seen, request)
}

/** From now on this node takes part in a repair; after a restart it no longer knows about it. */
export function takePart(node: RingNode, coordinator: NodeId, name: string, isSnapshot = false): void {
  const { memtable, sstables } = node.disk
  const part = { name, snapshot: isSnapshot ? { memtable, sstables } : undefined }
  node.memory = { ...node.memory, repairs: { ...node.memory.repairs, [coordinator]: part } }
}

type Seen = Pick<RingNode, 'disk' | 'options'>

function* treesLate(node: RingNode, seen: Seen, request: ValidationRequest): Task<TravellingTrees> {
  yield* useDisk(node, 'validationBytesPerMs', readBytesOf(seen, request))
  return treesOf(node, seen, request)
}

function treesOf(node: RingNode, seen: Seen, request: ValidationRequest): TravellingTrees {
  const { repairDepth, repairMemoryMiB, gcGraceSeconds, onlyPurgeRepaired } = node.options
  const background = backgroundIn(seen, request.scope)
  const graceSeconds = onlyPurgeRepaired && request.scope !== 'repaired' ? Infinity : gcGraceSeconds
  const found = request.ranges.map((text) => {
    const range = rangeFrom(text)
    const changes = scanTables(seen, [range], inScope(request.scope)).flatMap((partition) => {
      const kept = purged(partition, request.nowSeconds, graceSeconds)
      return kept === undefined ? [] : changeOf(kept, background)
    })
    const added = changes.filter(({ before }) => before === undefined).length
    return { range, changes, partitions: backgroundCount(background, range) + added }
  })
  const memory = {
    memoryMiB: repairMemoryMiB,
    replicas: copiesIn(node.options),
    partitions: found.reduce((sum, { partitions }) => sum + partitions, 0),
  }
  const trees = found.map(({ range, changes, partitions }) => {
    const depth = request.depth ?? depthWithin(partitions, repairDepth, memory)
    node.mark('tree built')
    return withPartitions(backgroundTree(background, range, depth), changes)
  })
  const bytes = trees.reduce((sum, tree) => sum + travellingBytes(tree), 0)
  return { trees, bytes, readBytes: readBytesOf(seen, request) }
}

function inScope(scope: Scope): (table: Sstable) => boolean {
  if (scope === 'all') return () => true
  if (scope === 'repaired') return ({ repairedAt }) => repairedAt > 0
  if (scope === 'unrepaired') return ({ repairedAt }) => repairedAt === 0
  return ({ session }) => session === scope.session
}

/** The background counts as repaired before the run begins, so an incremental repair doesn't read it. */
function backgroundIn({ options }: Seen, scope: Scope): number {
  return scope === 'all' || scope === 'repaired' ? options.background : 0
}

/** The bytes of everything in the ranges, in every version, which is how much is read. */
function readBytesOf(seen: Seen, { ranges, scope }: ValidationRequest): number {
  const wanted = ranges.map(rangeFrom)
  const isWanted = inScope(scope)
  let bytes = 0
  const read = (table: Iterable<readonly [string, Partition]>) => {
    for (const [, partition] of table) {
      const token = tokenOfKey(partition.key)
      if (wanted.some((range) => rangeContains(range, token))) bytes += sizeOf(partition)
    }
  }
  for (const table of seen.disk.sstables) if (isWanted(table)) read(table)
  if (scope === 'all' || scope === 'unrepaired') read(seen.disk.memtable)
  const slips = wanted.reduce((sum, range) => sum + backgroundCount(backgroundIn(seen, scope), range), 0)
  return bytes + slips * seen.options.backgroundBytes
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
