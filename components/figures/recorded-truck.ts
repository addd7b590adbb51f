import { recordedMemory, recordedMissing, recordedRepairs } from '#build/recorded.ts'
import { clusterOf, movedBy, type NumberedCluster } from '#figures/instruments/repair/cluster.ts'
import type { MemoryStep } from '#figures/stories/truck/depth.ts'
import type { TruckOptions } from '#figures/stories/truck/session.ts'

const count = 100_000
const firstDepth = 10
const deepestAsked = 20
/** What a heap of 1 GiB leaves for trees by itself, in MiB: content/recorded/README.md. */
const sixteenthOfOneGibibyte = 61
let known: { readonly steps: readonly MemoryStep[]; readonly options: Omit<TruckOptions, 'id'> } | undefined

/** The truck's plan and what was recorded beside it; worked out once a build. */
export function truckOptions(): Omit<TruckOptions, 'id'> {
  known ??= work()
  return known.options
}

/** By the memory for trees, the depth they had in the recording: the one whose counts are the recorded ones. */
export function memorySteps(): readonly MemoryStep[] {
  known ??= work()
  return known.steps
}

/** The recorded rows, hashed once a build. */
export function recordedCluster(): NumberedCluster {
  grown ??= clusterOf(count)
  return grown
}

let grown: NumberedCluster | undefined

function work() {
  const cluster = recordedCluster()
  const byPartitions = Math.max(...movedBy(cluster, [], deepestAsked).depths)
  const lost = recordedMissing()
  const steps = recordedMemory()
    .filter(({ missing }) => missing === 1000)
    .map(({ mebibytes, ranges, arrived, missing }) => {
      const depth = [9, 10, 11, 12, 13, 14, 15, 16].find((one) => {
        const moved = movedBy(cluster, lost[missing]!, one)
        return moved.ranges === ranges[0] && 2 * moved.fromEach === arrived.B
      })
      if (depth === undefined) throw new Error(`tree-memory.txt: no depth gives what ${mebibytes} MiB gave`)
      return { mebibytes, depth }
    })
  const [missing] = lost['1']!
  const recorded = recordedRepairs()
    // Above 15 the memory stopped the trees: those lines say the same as the one of 15.
    .filter((one) => one.missing === 1 && one.depth <= 15)
    .map(({ depth, arrived, ranges }) => ({ depth, arrived, ranges: ranges[0]! }))
  const options = {
    count,
    missing: missing!,
    firstDepth,
    deepestAsked,
    byPartitions,
    memory: steps,
    heaps: [
      { gibibytes: 1, mebibytes: sixteenthOfOneGibibyte },
      { gibibytes: 4, mebibytes: 4 * sixteenthOfOneGibibyte },
    ],
    recorded,
  }
  return { steps, options }
}
