import { computed, signal } from '@preact/signals'
import { treeHeapBytes } from '#engine/merkle/depth.ts'
import { treeBytesOf } from '#figures/instruments/bill/bill.ts'
import { inSlices } from '#figures/slices.ts'
import { clusterOf, growCluster, movedBy, replicas, type Moved, type NumberedCluster } from './cluster.ts'

/** How many keys each replica may have. */
export const counts: readonly number[] = [1000, 10_000, 100_000, 1_000_000]

/** How many of them may be missing. */
export const damages: readonly number[] = [0, 1, 10, 100, 1000]

/** The deepest tree that the dials ask for. */
export const deepest = 20
/** MiB of memory for trees: as in the recording, where 61 is what a heap of 1 GiB leaves by itself; and more. */
export const memories: readonly number[] = [1, 4, 16, 61, 128, 256, 512, 2048]

interface RepairOptions {
  readonly id: string
  readonly count: number
  readonly damage: number
  readonly depth: number
  /** MiB that the coordinator has for trees (repair_session_space). */
  readonly memoryMiB: number
}

/** What a repair of this damage read, built and moved: the five meters, and the ratio over all depths. */
export interface RepairFrame {
  readonly id: string
  readonly count: number
  readonly damage: number
  readonly depth: number
  readonly memoryMiB: number
  readonly moved: Moved
  /** Rows that the three nodes read in all. */
  readonly read: number
  /** Bytes of all trees that the coordinator gets: one for each range and replica. */
  readonly treeBytes: number
  /** What those trees take of the coordinator's memory, in bytes. */
  readonly heapBytes: number
  /** Whether memory keeps the trees from being as deep as asked and as there are rows for. */
  readonly isMemoryShort: boolean
  /** Rows that travelled though the receiver had them. */
  readonly equal: number
  /** Rows sent for each that was missing, by depth 0 to 20; empty when nothing is missing. */
  readonly ratios: readonly number[]
  /** The share that's hashed while another number of rows is grown. */
  readonly busy: number | undefined
}

/** Which rows B is missing: spread over the ids, which scatters them over the ring. */
function missingOf(count: number, damage: number): readonly number[] {
  const step = count / Math.max(1, damage)
  return Array.from({ length: Math.min(damage, count) }, (_, index) => Math.floor((index + 0.5) * step))
}

/** What the meters show for a cluster, a damage and a depth. */
export function frameOf(
  options: RepairOptions,
  cluster: NumberedCluster,
  busy: number | undefined,
): RepairFrame {
  const { id, damage, depth, memoryMiB } = options
  const missing = missingOf(cluster.count, damage)
  const moved = movedBy(cluster, missing, depth, memoryMiB)
  const free = movedBy(cluster, [], depth)
  const depths = Array.from({ length: deepest + 1 }, (_, one) => one)
  return {
    id,
    count: cluster.count,
    damage: missing.length,
    depth,
    memoryMiB,
    moved,
    read: 3 * cluster.count - missing.length,
    treeBytes: replicas * sumOf(moved.depths, treeBytesOf),
    heapBytes: replicas * sumOf(moved.depths, treeHeapBytes),
    isMemoryShort: moved.depths.some((one, index) => one < free.depths[index]!),
    // B takes each missing row as new once.
    equal: moved.total - missing.length,
    ratios:
      missing.length === 0
        ? []
        : depths.map((one) => movedBy(cluster, missing, one, memoryMiB).total / missing.length),
    busy,
  }
}

function sumOf(depths: readonly number[], bytesOf: (depth: number) => number): number {
  return depths.reduce((sum, depth) => sum + bytesOf(depth), 0)
}

/** The instrument, alive: rows are grown when another number is chosen, all else is at once. */
export function openRepair(options: RepairOptions) {
  const cluster = signal<NumberedCluster | undefined>(undefined)
  const count = signal(options.count)
  const damage = signal(options.damage)
  const depth = signal(options.depth)
  const memory = signal(options.memoryMiB)
  const busy = signal<number | undefined>(undefined)
  let growing: AbortController | undefined

  const frame = computed(() =>
    cluster.value === undefined
      ? undefined
      : frameOf(
          {
            id: options.id,
            count: count.value,
            damage: damage.value,
            depth: depth.value,
            memoryMiB: memory.value,
          },
          cluster.value,
          busy.value,
        ),
  )

  async function setCount(rows: number): Promise<void> {
    count.value = rows
    growing?.abort()
    growing = new AbortController()
    busy.value = 0
    const grown = await inSlices(growCluster(rows), (share) => (busy.value = share), growing.signal)
    if (grown === undefined) return
    busy.value = undefined
    cluster.value = grown
  }

  return { frame, count, damage, depth, memory, busy, setCount }
}

/** The first frame, for the build. */
export function firstRepair(options: RepairOptions): RepairFrame {
  return frameOf(options, clusterOf(options.count), undefined)
}
