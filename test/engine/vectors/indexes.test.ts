import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactSearch, recallOf } from '#engine/vectors/exact.ts'
import { Hnsw, type Removal } from '#engine/vectors/hnsw.ts'
import { Ivf } from '#engine/vectors/ivf.ts'
import { lostRows, reachable, repairLost } from '#engine/vectors/reachable.ts'
import type { Hit } from '#engine/vectors/space.ts'
import { scattered, spaceOf } from './vectors.ts'

const rowsOf = (hits: readonly Hit[]) => hits.map(({ row }) => row)
const small = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  rows: fc.integer({ min: 1, max: 60 }),
  clusters: fc.constantFrom(0, 3, 8),
  m: fc.integer({ min: 2, max: 6 }),
  heuristic: fc.boolean(),
})

/** What a plain sort over every row gives: the oracle of the exact search. */
function sorted(rows: readonly Float32Array[], query: Float32Array, k: number): readonly number[] {
  const space = spaceOf(rows)
  const scores = rows.map((_, row) => ({ row, score: space.score(row, space.prepared(query)) }))
  return rowsOf(scores.toSorted((a, b) => b.score - a.score || a.row - b.row)).slice(0, k)
}

describe('the exact search', () => {
  test('gives what sorting every row gives, and compares each row once', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 12 }), ({ seed, rows, clusters }, k) => {
        const all = scattered(seed, { rows, clusters })
        const [query] = scattered(seed + 1, { rows: 1 })
        const space = spaceOf(all)
        expect(rowsOf(exactSearch(space, query!, k))).toEqual(sorted(all, query!, k))
        expect(space.compared).toBe(rows)
      }),
    )
  })

  test('finds every row nearest to itself under cosine, and not always under the inner product', () => {
    const rows = [Float32Array.of(1, 0), Float32Array.of(3, 1), Float32Array.of(0, 1)]
    const nearest = (measure: 'cosine' | 'inner product') =>
      rows.map((row) => exactSearch(spaceOf(rows, measure), row, 1)[0]!.row)
    expect(nearest('cosine')).toEqual([0, 1, 2])
    expect(nearest('inner product')).toEqual([1, 1, 1])
  })
})

describe('IVF', () => {
  test('with all lists equals exact', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 9 }), ({ seed, rows, clusters }, lists) => {
        const space = spaceOf(scattered(seed, { rows, clusters }))
        const ivf = new Ivf(space, { lists, seed })
        const [query] = scattered(seed + 1, { rows: 1 })
        expect(ivf.search(query!, { k: 10, probes: lists })).toEqual(exactSearch(space, query!, 10))
        expect(ivf.members.flat().toSorted((a, b) => a - b)).toEqual([...Array(rows).keys()])
      }),
    )
  })

  test('finds no less with more lists read, and compares no fewer rows', () => {
    const space = spaceOf(scattered(5, { rows: 600, dims: 12 }))
    const ivf = new Ivf(space, { lists: 20 })
    const queries = scattered(6, { rows: 40, dims: 12 })
    let before = { recall: 0, compared: 0 }
    for (const probes of [1, 2, 4, 8, 20]) {
      space.compared = 0
      const recalls = queries.map((query) => {
        const found = ivf.search(query, { k: 10, probes })
        const { compared } = space
        const recall = recallOf(found, exactSearch(space, query, 10))
        space.compared = compared
        return recall
      })
      const recall = recalls.reduce((sum, one) => sum + one, 0) / queries.length
      expect(recall).toBeGreaterThan(before.recall)
      expect(space.compared).toBeGreaterThan(before.compared)
      before = { recall, compared: space.compared }
    }
    expect(before.recall).toBe(1)
  })
})

describe('HNSW', () => {
  test('with ef = n equals exact on a graph whose every row can be reached', () => {
    let connected = 0
    fc.assert(
      fc.property(small, ({ seed, rows, clusters, m, heuristic }) => {
        const space = spaceOf(scattered(seed, { rows, clusters }))
        const index = Hnsw.of(space, { m, heuristic, seed })
        fc.pre(lostRows(index).length === 0)
        connected++
        const [query] = scattered(seed + 1, { rows: 1 })
        // From an entry that every row can be reached from, the descent may end anywhere: the walk below finds all.
        const found = index.search(query!, { k: 10, ef: rows })
        const start = descentOf(index, query!)
        fc.pre(walkFrom(index, start).size === rows)
        expect(found).toEqual(exactSearch(space, query!, 10))
      }),
      { numRuns: 300 },
    )
    expect(connected).toBeGreaterThan(100)
  })

  test('finds more with a wider beam, on average', () => {
    const space = spaceOf(scattered(3, { rows: 1500, dims: 16 }))
    const index = Hnsw.of(space, { m: 4, efConstruction: 12 })
    const queries = scattered(4, { rows: 60, dims: 16 })
    const recalls = [10, 20, 40, 80, 1500].map(
      (ef) =>
        queries.reduce(
          (sum, query) => sum + recallOf(index.search(query, { k: 10, ef }), exactSearch(space, query, 10)),
          0,
        ) / queries.length,
    )
    expect(recalls).toEqual(recalls.toSorted((a, b) => a - b))
    expect(recalls[0]).toBeLessThan(0.9)
    expect(recalls.at(-1)).toBeGreaterThan(0.99)
  })

  test('answers with no row that was deleted, however it was deleted', () => {
    let answered = 0
    fc.assert(
      fc.property(small, fc.constantFrom<Removal>('mark', 'drop', 'mend'), (made, how) => {
        const { seed, rows, clusters, m, heuristic } = made
        const space = spaceOf(scattered(seed, { rows, clusters }))
        const index = Hnsw.of(space, { m, heuristic, seed })
        for (let row = 0; row < rows; row += 2) index.remove(row, how)
        for (const query of scattered(seed + 1, { rows: 5 })) {
          const found = rowsOf(index.search(query, { k: 10, ef: rows }))
          answered += found.length
          expect(found.filter((row) => row % 2 === 0)).toEqual([])
        }
      }),
    )
    expect(answered).toBeGreaterThan(0)
  })

  test('keeps at most m links a row, twice as many in the lowest layer', () => {
    const index = Hnsw.of(spaceOf(scattered(9, { rows: 400, clusters: 8 })), { m: 5 })
    for (const layers of index.links) {
      for (const [layer, links] of layers!.entries()) {
        expect(links.length).toBeLessThanOrEqual(layer === 0 ? 10 : 5)
        expect(new Set(links).size).toBe(links.length)
      }
    }
  })

  test('tells each step of its walk, and the comparisons add up', () => {
    const space = spaceOf(scattered(9, { rows: 200 }))
    const index = Hnsw.of(space, { m: 4 })
    space.compared = 0
    let told = 1
    index.search(
      scattered(1, { rows: 1 })[0]!,
      { k: 5, ef: 12 },
      { watch: ({ compared }) => (told += compared.length) },
    )
    expect(told).toBe(space.compared)
  })

  test('is copied whole: what is done to the copy leaves the original as it was', () => {
    const index = Hnsw.of(spaceOf(scattered(2, { rows: 40 })), { m: 3 })
    const before = JSON.stringify(index.links)
    const copy = index.copy()
    copy.remove(3, 'drop')
    copy.add(copy.space.add(Float32Array.of(1, 2, 3, 4)))
    expect(JSON.stringify(index.links)).toBe(before)
    expect(index.space.rows).toBe(40)
  })
})

/** Where a query's walk enters the lowest layer, told by its own steps. */
function descentOf(index: Hnsw, query: Float32Array): number {
  const steps: { layer: number; from: number }[] = []
  index.search(query, { k: 1, ef: 1 }, { watch: ({ layer, from }) => steps.push({ layer, from }) })
  return steps.find(({ layer }) => layer === 0)?.from ?? index.entry
}

function walkFrom(index: Hnsw, start: number): ReadonlySet<number> {
  const seen = new Set([start])
  for (const row of seen) for (const to of index.links[row]![0]!) seen.add(to)
  return seen
}

describe('the rows that are lost', () => {
  /** Half of the rows dropped, a third added again: what a table with much turnover does to its index. */
  function drifted(seed: number, how: Removal): Hnsw {
    const space = spaceOf(scattered(seed, { rows: 80, clusters: 8 }))
    const index = new Hnsw(space, { m: 3, efConstruction: 12, seed })
    for (let row = 0; row < 60; row++) index.add(row)
    for (let row = 0; row < 60; row += 2) index.remove(row, how)
    for (let row = 60; row < 80; row++) index.add(row)
    return index
  }

  test('are exactly those that no query finds: neither their own vector nor any other, at the widest beam', () => {
    let seen = 0
    for (let seed = 1; seed <= 60; seed++) {
      const index = drifted(seed, 'drop')
      const lost = new Set(lostRows(index))
      seen += lost.size
      const queries = [
        ...Array.from({ length: 80 }, (_, row) => index.space.at(row)),
        ...scattered(seed + 1000, { rows: 60 }),
      ]
      const found = new Set(queries.flatMap((query) => rowsOf(index.search(query, { k: 80, ef: 80 }))))
      for (let row = 0; row < 80; row++) {
        if (index.has(row)) expect(found.has(row), `seed ${seed}, row ${row}`).toBe(!lost.has(row))
      }
    }
    expect(seen).toBeGreaterThan(30)
  })

  test('are fewer when a deleted row’s neighbours are linked anew, and none after a repair', () => {
    const counted = (how: Removal) => {
      let lost = 0
      for (let seed = 1; seed <= 40; seed++) lost += lostRows(drifted(seed, how)).length
      return lost
    }
    expect(counted('mend')).toBeLessThan(counted('drop') / 2)
    for (let seed = 1; seed <= 40; seed++) {
      const index = drifted(seed, 'drop')
      const held = [...index.links.keys()].filter((row) => index.has(row))
      repairLost(index)
      expect(lostRows(index)).toEqual([])
      expect([...reachable(index)].toSorted((a, b) => a - b)).toEqual(held)
    }
  })
})
