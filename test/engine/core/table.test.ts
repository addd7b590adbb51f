import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Queue } from '#engine/core/queue.ts'
import { Table } from '#engine/core/table.ts'

describe('Table', () => {
  it('is a sorted map that never changes: every version stays what it was', () => {
    const step = fc.record({ key: fc.integer({ min: 0, max: 300 }), value: fc.option(fc.nat(3)) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), fc.nat(300), fc.nat(300), (steps, from, to) => {
        const oracle = new Map<number, number>()
        let table = Table.empty<number, number>()
        const versions: [Table<number, number>, [number, number][]][] = []
        for (const { key, value } of steps) {
          if (value === null) oracle.delete(key)
          else oracle.set(key, value)
          table = value === null ? table.delete(key) : table.set(key, value)
          versions.push([table, [...oracle].sort(([a], [b]) => a - b)])
        }
        for (const [version, entries] of versions.slice(-20)) {
          expect([...version]).toEqual(entries)
          expect(version.size).toBe(entries.length)
        }
        const entries = [...oracle].sort(([a], [b]) => a - b)
        expect([...table.range(from, to)]).toEqual(entries.filter(([key]) => key >= from && key < to))
        for (const key of [from, to]) expect(table.get(key)).toBe(oracle.get(key))
        expect([...Table.from(entries)]).toEqual(entries)
      }),
      { seed: 2, numRuns: 60 },
    )
  })

  it('gives itself back when nothing changes', () => {
    const table = Table.from<string, number>([['a', 1]])
    expect(table.set('a', 1)).toBe(table)
    expect(table.delete('b')).toBe(table)
  })
})

describe('Queue', () => {
  it('gives entries by time, then rank, then in the order in which they came', () => {
    const entry = fc.record({ time: fc.nat(5), rank: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), (entries) => {
        const queue = new Queue<{ time: number; rank: number; index: number }>()
        const all = entries.map((one, index) => ({ ...one, index }))
        for (const one of all) queue.push(one.time, one.rank, one)
        const popped = all.map(() => queue.pop())
        expect(popped).toEqual(all.sort((a, b) => a.time - b.time || a.rank - b.rank || a.index - b.index))
        expect(queue.pop()).toBeUndefined()
      }),
      { seed: 3 },
    )
  })
})
