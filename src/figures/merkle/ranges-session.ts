import { computed, signal } from '@preact/signals'
import { digestBytes } from '#engine/merkle/descent.ts'
import { rangeDifference } from '#engine/merkle/range-difference.ts'
import { type TokenRange, rangeContains } from '#engine/token/range.ts'
import type { Exchange, Link } from '#figures/link/cost.ts'
import { bytesText, counted, grouped } from '#figures/quantity.ts'
import { inSlices } from '#figures/slices.ts'
import { drawnAfter, type Pair } from './pair.ts'
import { bytesSent, growPartitions, keyOfRange, type Partition, pairOfRanges, treesOf } from './partitions.ts'
import type { MerkleFrame } from './view.tsx'

/** How a walk through trees of token ranges begins. */
export interface RangesOptions {
  readonly id: string
  readonly partitions: number
  readonly missing: number
  readonly depth: number
  readonly at: number
  readonly link: Link
}

/** Two replicas' partitions placed by token, their trees of a chosen depth, and how far the reader has walked. */
export function openRanges(options: RangesOptions) {
  const { id } = options
  const count = signal(options.partitions)
  const missing = signal(options.missing)
  const depth = signal(options.depth)
  const link = signal(options.link)
  const asked = signal(options.at)
  const busy = signal<number | undefined>(undefined)
  const partitions = signal<readonly Partition[]>(atOnce(growPartitions(count.value, missing.value)))

  const trees = computed(() => treesOf(partitions.value, depth.value))
  const found = computed(() => rangeDifference(...trees.value))
  const root = computed(() => pairOfRanges(...trees.value))
  /** Cassandra compares depth first, on one machine: nothing waits, so the order costs nothing. */
  const walk = computed<readonly Pair[]>(() => {
    const byKey = new Map<string, Pair>()
    collect(root.value, byKey)
    return found.value.comparisons.flatMap((range) => byKey.get(keyOfRange(range, range.depth)) ?? [])
  })
  const step = computed(() => Math.min(asked.value, walk.value.length))
  const done = computed(() => step.value === walk.value.length)
  const drawn = computed(() => {
    const seen = walk.value.slice(0, step.value).map(({ key }) => key)
    return [drawnAfter(root.value, seen, 0), drawnAfter(root.value, seen, 1)] as const
  })
  /** Everything in a differing range travels. */
  const travelling = computed(() =>
    partitions.value.filter(({ token }) => found.value.ranges.some((range) => rangeContains(range, token))),
  )
  const exchanges = computed<readonly Exchange[]>(() => {
    const [tree] = trees.value
    return [
      { id: 'tree', name: 'The whole tree', roundTrips: 1, bytes: tree.shape.nodeCount * digestBytes },
      {
        id: 'stream',
        name: 'Then the ranges that differ, from A',
        roundTrips: 1,
        bytes: bytesSent(travelling.value, 0),
      },
      { id: 'copy', name: 'All partitions', roundTrips: 1, bytes: bytesSent(partitions.value, 0) },
    ]
  })
  const frame = computed<MerkleFrame>(() => ({
    id,
    unit: 'partition',
    drawn: drawn.value,
    walk: walk.value,
    step: step.value,
    refusal: undefined,
    walkExchange: exchanges.value[0],
    link: link.value,
    streams: done.value ? streamsInWords(partitions.value, travelling.value, found.value.ranges) : undefined,
    busy: busy.value,
  }))

  /** Other partitions: digested in slices, so that the page stays awake. */
  async function fill(partitionCount: number, missingCount: number): Promise<void> {
    count.value = partitionCount
    missing.value = Math.min(missingCount, partitionCount)
    busy.value = 0
    const grown = await inSlices(growPartitions(count.value, missing.value), (share) => (busy.value = share))
    busy.value = undefined
    asked.value = 0
    if (grown) partitions.value = grown
  }

  return { count, missing, depth, link, asked, partitions, travelling, exchanges, frame, done, fill }
}

/** A walk through two trees of token ranges. */
export type RangesSession = ReturnType<typeof openRanges>

function collect(pair: Pair, into: Map<string, Pair>): void {
  into.set(pair.key, pair)
  if (!pair.equal) pair.halves?.().forEach((half) => collect(half, into))
}

function atOnce<Result>(work: Generator<unknown, Result, undefined>): Result {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

function streamsInWords(
  all: readonly Partition[],
  travelling: readonly Partition[],
  ranges: readonly TokenRange[],
): string {
  if (ranges.length === 0) return 'Nothing is sent.'
  const differing = travelling.filter(({ values }) => values[0] !== values[1]).length
  return (
    `${counted(ranges.length, 'range')} ${ranges.length === 1 ? 'differs' : 'differ'}, and everything in ${ranges.length === 1 ? 'it' : 'them'} travels: ` +
    `${grouped(travelling.length)} of ${grouped(all.length)} partitions (${bytesText(bytesSent(travelling, 0))} from A, ` +
    `${bytesText(bytesSent(travelling, 1))} from B) for ${grouped(differing)} that B is missing.`
  )
}
