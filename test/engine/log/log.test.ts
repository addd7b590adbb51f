import { describe, expect, it } from 'vitest'
import { plan, run, weather, type Json, type Run } from '#engine'
import { log } from '#engine/log/log.ts'
import { keepersOf, partitionOf } from '#engine/log/partitions.ts'
import type { LogSettings } from '#engine/log/options.ts'

interface Disk {
  readonly partitions: { readonly [partition: number]: Iterable<readonly [number, Json]> }
}

function recordsAt(made: Run, node: string, partition: number): readonly Json[] {
  return [...((made.final.get(node)!.disk as Disk).partitions[partition] ?? [])].map(([, value]) => value)
}

function asked(
  settings: LogSettings,
  ops: readonly [number, string, string, object][],
  faults: readonly object[] = [],
  until = 20_000,
): Run {
  // prettier-ignore
  const system = log(settings)
  const base = plan(system).plan
  const planned = ops.map(([at, coordinator, name, args], place) => ({ id: `${place}`, at, client: 'c', coordinator, do: name, args })) // prettier-ignore
  return run({
    system,
    plan: { ...base, until, clients: [{ id: 'c' }], ops: planned as never, faults: faults as never },
  })
}

describe('log()', () => {
  it('keeps the records of a partition in one order, without gaps, and every replica has the same', () => {
    const system = log({ lagMs: 1_000 })
    const stormy = weather(system, { operations: 20, reads: 0, keys: ['x', 'y', 'z'], faults: 4, kinds: ['crash', 'pause', 'cut', 'drop', 'duplicate'] }) // prettier-ignore
    let records = 0
    for (let seed = 0; seed < 80; seed++) {
      const made = run(stormy(seed))
      expect(made.error).toBeUndefined()
      const acknowledged = made.history.flatMap(({ input, output }) =>
        output !== undefined && output !== null && typeof output === 'object' && 'offset' in output
          ? [
              {
                ...(output as { partition: number; offset: number }),
                input: input as { key: string; value: Json },
              },
            ]
          : [],
      )
      for (const { partition, offset, input } of acknowledged) {
        records++
        expect(partition).toBe(partitionOf(system.options, input.key))
        const [leader] = keepersOf(system.options, partition)
        expect(recordsAt(made, leader!, partition)[offset]).toEqual({ key: input.key, value: input.value })
      }
      for (const partition of [0, 1, 2]) {
        const copies = ['A', 'B', 'C'].map((node) => recordsAt(made, node, partition))
        const longest = copies.toSorted((a, b) => b.length - a.length)[0]!
        for (const copy of copies) expect(copy).toEqual(longest.slice(0, copy.length))
      }
    }
    expect(records).toBeGreaterThan(400)
  })

  it('shows consumers only what every in-sync replica has', () => {
    const made = asked({ partitions: 1, acks: 'leader', fetchMs: 2_000 }, [
      [100, 'A', 'append', { partition: 0, value: 'one' }],
      [200, 'A', 'fetch', { partition: 0, from: 0 }],
      [9_000, 'A', 'fetch', { partition: 0, from: 0 }],
    ])
    const [, early, late] = made.history.map(({ output }) => output as { records: unknown[]; end: number })
    expect(early).toMatchObject({ records: [], end: 1 })
    expect(late!.records).toEqual([{ offset: 0, value: 'one' }])
  })

  it('lets a consumer read on from where its group left off, whichever node it asks', () => {
    const made = asked({ partitions: 1 }, [
      [100, 'B', 'append', { partition: 0, value: 'one' }],
      [1_000, 'C', 'append', { partition: 0, value: 'two' }],
      [2_000, 'B', 'commit', { group: 'g', partition: 0, offset: 1 }],
      [3_000, 'C', 'committed', { group: 'g', partition: 0 }],
      [4_000, 'B', 'fetch', { partition: 0, from: 1 }],
    ])
    expect(made.history.at(-2)!.output).toEqual({ value: 1 })
    expect(made.history.at(-1)!.output).toEqual({ records: [{ offset: 1, value: 'two' }], end: 2 })
  })

  it('takes back from its followers what a leader lost in a power cut', () => {
    const made = asked(
      { partitions: 1 },
      [
        [100, 'A', 'append', { partition: 0, value: 'one' }],
        [6_000, 'A', 'fetch', { partition: 0, from: 0 }],
      ],
      [
        { id: 'wiped', at: 1_000, do: 'crash', node: 'A', disk: 'wipe' },
        { id: 'back', at: 2_000, do: 'restart', node: 'A' },
      ],
    )
    expect(made.history[0]!.output).toEqual({ partition: 0, offset: 0 })
    expect(made.history.at(-1)!.output).toMatchObject({ records: [{ offset: 0, value: 'one' }] })
  })

  it('refuses an append for all when too few replicas are in sync', () => {
    const made = asked(
      { partitions: 1, minInSync: 2, lagMs: 1_000 },
      [[8_000, 'A', 'append', { partition: 0, value: 'one' }]],
      [
        { id: 'b', at: 10, do: 'crash', node: 'B', disk: 'keep' },
        { id: 'c', at: 10, do: 'crash', node: 'C', disk: 'keep' },
      ],
    )
    expect(made.history[0]!.output).toEqual({ error: 'not enough in-sync replicas' })
    expect(() => log({ minInSync: 4 })).toThrow(/minInSync/)
  })
})
