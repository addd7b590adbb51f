import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { forecastRepairs, recordedRepairs } from '#build/recorded.ts'
import { treeHeapBytes } from '#engine/merkle/depth.ts'
import { clusterOf, companionsOf, movedBy } from '#figures/instruments/repair/cluster.ts'
import { frameOf, memories } from '#figures/instruments/repair/session.ts'
import { repairInWords } from '#figures/instruments/repair/view.tsx'

const folder = 'content/recorded/cassandra-5.0.5'
const lines = (name: string) =>
  readFileSync(`${folder}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded)
const missing = JSON.parse(readFileSync(`${folder}/overstream-missing.json`, 'utf8')) as Record<
  string,
  number[]
>
const cluster = clusterOf(100_000)

interface Recorded {
  readonly missing: number
  readonly depth: number
  readonly out_of_sync: readonly [string, number][]
  readonly streamed: Readonly<Record<'A' | 'B' | 'C', { rows: number }>>
  readonly repair_session_space_MiB: number
  readonly ranges_out_of_sync: readonly number[]
  readonly rows_streamed_to: Readonly<Record<'A' | 'B' | 'C', number>>
}

/** By MiB of memory for trees, the depth that the recorded run had (content/recorded/README.md, tree-memory.txt). */
const depthByMemory = [
  [1, 9], [2, 10], [4, 11], [8, 12], [16, 13], [32, 14], [61, 15], [64, 15], [96, 15], [128, 16], [256, 16],
] as const // prettier-ignore

describe('the computed repair against a real Cassandra 5.0.5, row by row', () => {
  test.each(lines('overstream.txt'))('$missing missing, trees at most $depth deep', (recorded) => {
    // With a heap of 1 GiB the memory for trees ends at depth 15.
    const moved = movedBy(cluster, missing[recorded.missing]!, Math.min(recorded.depth, 15))
    const pairs = recorded.out_of_sync.map(([, ranges]) => ranges)
    expect(pairs).toEqual(recorded.missing === 0 ? [] : [moved.ranges, moved.ranges])
    const { A, B, C } = recorded.streamed
    expect([A.rows, B.rows, C.rows]).toEqual([moved.backToEach, 2 * moved.fromEach, moved.backToEach])
    expect(A.rows + B.rows + C.rows).toBe(moved.total)
  })

  test.each(lines('tree-memory.txt'))(
    '$missing missing, $repair_session_space_MiB MiB for trees',
    ({ missing: count, repair_session_space_MiB: memory, ranges_out_of_sync, rows_streamed_to }) => {
      const depth = depthByMemory.find(([mebibytes]) => mebibytes === memory)![1]
      const moved = movedBy(cluster, missing[count]!, depth)
      expect(moved.depths).toEqual([depth, depth, depth])
      expect(ranges_out_of_sync).toEqual([moved.ranges, moved.ranges])
      expect(rows_streamed_to).toEqual({ A: moved.backToEach, B: 2 * moved.fromEach, C: moved.backToEach })
      // The figure's own rule gives the depth that the real trees had.
      expect(movedBy(cluster, missing[count]!, 20, memory)).toEqual({ ...moved, depth: 20 })
    },
  )

  test('what was written down beforehand came at caps of 10, 12 and 15, and not at 17 and 20, as lesson 5 says', () => {
    const recorded = recordedRepairs()
    const forecast = forecastRepairs()
    expect(forecast).toHaveLength(25)
    for (const { missing: count, cap, depth, ranges, fromEach } of forecast) {
      const real = recorded.find((one) => one.missing === count && one.depth === cap)!
      const isRight = (real.ranges[0] ?? 0) === ranges && real.arrived.B === 2 * fromEach
      expect(isRight, `${count} missing, at most ${cap}`).toBe(count === 0 || cap <= 15)
      expect(depth).toBe(Math.min(cap, 16))
    }
  })

  test('and the figure’s trees fit the memory, of which one level more would take too much', () => {
    for (const memoryMiB of memories) {
      const frame = frameOf({ id: 'r', count: 100_000, damage: 1, depth: 20, memoryMiB }, cluster, undefined)
      expect(frame.heapBytes).toBeLessThanOrEqual(memoryMiB * 1_048_576)
      const deeper = 3 * frame.moved.depths.reduce((sum, one) => sum + treeHeapBytes(one + 1), 0)
      expect(frame.isMemoryShort).toBe(Math.max(...frame.moved.depths) < 16)
      if (frame.isMemoryShort) {
        expect(deeper).toBeGreaterThan(memoryMiB * 1_048_576 * 0.99)
        expect(repairInWords(frame)).toContain(
          `${memoryMiB} MiB is only enough for ${Math.max(...frame.moved.depths)}`,
        )
      } else expect(repairInWords(frame)).not.toContain('MiB')
    }
    // Three replicas of three ranges: the lesson says that 20 levels would take more than 1.5 GiB.
    const deepest = (9 * treeHeapBytes(20)) / 2 ** 30
    expect(deepest).toBeGreaterThan(1.5)
    expect(deepest).toBeLessThanOrEqual(2)
  })

  test('and one row’s companions are as many as travel with it', () => {
    const row = missing[1]![0]!
    for (const depth of [9, 10, 12, 15, 16])
      expect(companionsOf(100_000, row, depth)).toHaveLength(movedBy(cluster, [row], depth).fromEach)
    expect(companionsOf(100_000, row, 10)).toContain(row)
  })
})
