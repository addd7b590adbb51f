import { computed, signal } from '@preact/signals'
import { growCluster, movedBy, type Moved } from '#figures/instruments/repair/cluster.ts'
import { tween } from '#figures/motion.ts'
import { inSlices } from '#figures/slices.ts'
import { depthGot, depthOfMemory, type MemoryStep, type Stop } from './depth.ts'
import { crates, travelled, type Crate } from './load.ts'

/** What a real Cassandra moved at one depth: rows that arrived at each node. */
interface RecordedLoad {
  readonly depth: number
  readonly arrived: { readonly A: number; readonly B: number; readonly C: number }
  readonly ranges: number
}

/** What the build has worked out for the figure. */
export interface TruckOptions {
  readonly id: string
  /** Rows 0 to count - 1, of which B is missing one. */
  readonly count: number
  readonly missing: number
  /** The first run's trees, and the deepest that the slider asks for. */
  readonly firstDepth: number
  readonly deepestAsked: number
  /** As many leaves as partitions: Cassandra cuts no finer. */
  readonly byPartitions: number
  readonly memory: readonly MemoryStep[]
  /** MiB that a heap leaves for trees, for the choices of the figure. */
  readonly heaps: readonly { readonly gibibytes: number; readonly mebibytes: number }[]
  readonly recorded: readonly RecordedLoad[]
}

/** Where the story stands. */
export type Phase = 'predict' | 'comparing' | 'unloading' | 'open'

/** Everything that the figure shows at one moment. */
export interface TruckFrame {
  readonly options: TruckOptions
  readonly phase: Phase
  readonly guess: number | undefined
  /** The share of the rows that is hashed, 0 to 1. */
  readonly hashed: number
  readonly all: readonly Crate[]
  readonly opened: number
  readonly asked: number
  readonly gibibytes: number
  readonly depth: number
  readonly stop: Stop
  /** What travels at this depth, and what travelled in the first run. */
  readonly moved: Moved | undefined
  readonly firstTotal: number
}

const unloadMs = 2_600

/** All that moves in the figure: the prediction, the unloading, and then the depth. */
export function openSession(options: TruckOptions) {
  const { count, missing, firstDepth, byPartitions } = options
  const guess = signal<number | undefined>(undefined)
  const hashed = signal(0)
  const all = signal<readonly Crate[]>([])
  const moved = signal<readonly Moved[]>([])
  const opened = signal(0)
  const asked = signal(firstDepth)
  const gibibytes = signal(options.heaps[0]!.gibibytes)
  let stopUnloading = () => {}

  const got = computed(() => {
    const { mebibytes } = options.heaps.find((heap) => heap.gibibytes === gibibytes.value)!
    return depthGot(asked.value, depthOfMemory(mebibytes, options.memory), byPartitions)
  })
  const firstTotal = computed(() => travelled(all.value, missing, firstDepth))
  const frame = computed<TruckFrame>(() => ({
    options,
    phase: phaseNow(),
    guess: guess.value,
    hashed: hashed.value,
    all: all.value,
    opened: opened.value,
    asked: asked.value,
    gibibytes: gibibytes.value,
    ...got.value,
    moved: moved.value[got.value.depth - firstDepth],
    firstTotal: firstTotal.value,
  }))

  function phaseNow(): Phase {
    if (guess.value === undefined) return 'predict'
    if (all.value.length === 0) return 'comparing'
    return opened.value < firstTotal.value ? 'unloading' : 'open'
  }

  /** Takes the prediction, builds both sides' ranges, and opens the crates one by one. */
  async function commit(prediction: number): Promise<void> {
    guess.value = prediction
    const cluster = await inSlices(growCluster(count), (share) => (hashed.value = share))
    if (cluster === undefined) return
    const depths = Array.from({ length: byPartitions - firstDepth + 1 }, (_, index) => firstDepth + index)
    moved.value = depths.map((depth) => movedBy(cluster, [missing], depth))
    all.value = crates(count, missing, firstDepth, byPartitions)
    stopUnloading = tween(0, firstTotal.value, unloadMs, (value) => (opened.value = Math.ceil(value)))
  }

  /** Opens what's still closed. */
  function openAll(): void {
    stopUnloading()
    opened.value = firstTotal.value
  }

  return {
    frame,
    commit,
    openAll,
    setAsked: (depth: number) => (asked.value = depth),
    setHeap: (heap: number) => (gibibytes.value = heap),
  }
}
