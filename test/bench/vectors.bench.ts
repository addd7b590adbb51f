import { readFileSync } from 'node:fs'
import { exactSearch } from '#engine/vectors/exact.ts'
import { Hnsw } from '#engine/vectors/hnsw.ts'
import { Ivf } from '#engine/vectors/ivf.ts'
import { type PackedHead, rowsOf, unpacked } from '#engine/vectors/packed.ts'
import { Space } from '#engine/vectors/space.ts'

const folder = `${import.meta.dirname}/vectors`
const json = <T>(name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as T

/** How a search did over all questions: the share of the true ten it found, its time and its comparisons. */
interface Measured {
  readonly recall: number
  readonly micros: number
  readonly compared: number
}

/** 10,000 real vectors of 100 numbers, with their exact ten nearest: see test/bench/vectors/PROVENANCE.md. */
export default async function bench(report: (line: string) => void): Promise<void> {
  const rows = rowsOf(unpacked(json<PackedHead>('bench.json'), readFileSync(`${folder}/bench.bin`)))
  const { top } = json<{ readonly top: readonly (readonly number[])[] }>('bench-truth.json')
  const stored = rows.slice(0, 10_000)
  const queries = rows.slice(10_000)
  const space = Space.of(stored)

  const measured = (search: (query: Float32Array) => readonly number[]): Measured => {
    let found = 0
    let best = Infinity
    let compared = 0
    for (let attempt = 0; attempt < 5; attempt++) {
      space.compared = 0
      found = 0
      const start = performance.now()
      for (const [at, query] of queries.entries()) {
        const answer = search(query)
        for (const row of answer) if (top[at]!.includes(row)) found++
      }
      best = Math.min(best, ((performance.now() - start) * 1000) / queries.length)
      compared = space.compared / queries.length
    }
    return { recall: found / queries.length / 10, micros: best, compared }
  }
  const line = (name: string, { recall, micros, compared }: Measured) => {
    const told = compared > 0 ? `, ${compared.toFixed(0)} rows compared` : ''
    report(`${name.padEnd(34)} recall ${recall.toFixed(3)}, ${micros.toFixed(0)} us a query${told}`)
  }
  const rowsFound = (hits: readonly { readonly row: number }[]) => hits.map(({ row }) => row)

  line('exact', measured((query) => rowsFound(exactSearch(space, query, 10)))) // prettier-ignore
  const ivf = new Ivf(space, { lists: 100 })
  for (const probes of [1, 5, 20, 100]) {
    line(`IVF, 100 lists, ${probes} probed`, measured((query) => rowsFound(ivf.search(query, { k: 10, probes })))) // prettier-ignore
  }
  const start = performance.now()
  const hnsw = Hnsw.of(space, { m: 16, efConstruction: 200 })
  report(`HNSW, M 16, efConstruction 200      built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  const beam = (ef: number) => measured((query) => rowsFound(hnsw.search(query, { k: 10, ef })))
  for (const ef of [10, 20, 40, 80, 160]) line(`HNSW, ef ${ef}`, beam(ef))
  let ef = 40
  while (beam(ef).recall < 0.99) ef++
  const reached = beam(ef)
  line(`HNSW, ef ${ef}, the least for 0.99`, reached)
  report(`recall 0.99 takes ${reached.micros.toFixed(0)} us a query (aim: 200)`)
  await peer(stored, queries, measured, line, report)
}

/** The same with hnswlib, native code, where it could be installed. */
async function peer(
  stored: readonly Float32Array[],
  queries: readonly Float32Array[],
  measured: (search: (query: Float32Array) => readonly number[]) => Measured,
  line: (name: string, figures: Measured) => void,
  report: (line: string) => void,
): Promise<void> {
  const native = await import('hnswlib-node').catch(() => undefined)
  if (native === undefined) {
    report(
      'hnswlib-node is not installed here (it is optional and needs a C++ compiler): no peer to compare with',
    )
    return
  }
  const { HierarchicalNSW } = native.default
  const index = new HierarchicalNSW('cosine', 100)
  index.initIndex(stored.length, 16, 200, 1)
  for (const [row, vector] of stored.entries()) index.addPoint([...vector], row)
  const asked = new Map(queries.map((query) => [query, [...query]]))
  for (const ef of [10, 40, 80]) {
    index.setEf(ef)
    const figures = measured((query) => index.searchKnn(asked.get(query)!, 10).neighbors)
    line(`hnswlib (native), ef ${ef}`, { ...figures, compared: 0 })
  }
}
