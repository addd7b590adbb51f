import { cell, checkOf, Hnsw, scatter, Space, type Challenge, type Program, type Run, weather } from 'engine'
import type * as solution from './solution'

const count = 4000
const dims = 6
const wanted = 10
const rows = scatter(count, dims, { seed: 11 })
const queries = scatter(60, dims, { seed: 12 }).map((query) => Float32Array.from(query))
const space = Space.of(rows, 'euclidean')

interface Index {
  readonly start: number
  links(row: number): readonly number[]
}

let built: Index | undefined

/** Built once: a hierarchical graph whose layers are laid over each other, so that rows of the upper ones link far. */
function index(): Index {
  if (built !== undefined) return built
  const graph = Hnsw.of(space, { m: 5, efConstruction: 24, seed: 3 })
  const links = graph.links.map((layers) => [...new Set([...(layers ?? [])].reverse().flat())])
  return (built = { start: graph.entry, links: (row) => links[row] ?? [] })
}

const exact = new Map<number, ReadonlySet<number>>()

function nearestOf(query: number): ReadonlySet<number> {
  let found = exact.get(query)
  if (found === undefined) {
    const all = rows.map((_, row) => ({ row, score: space.score(row, queries[query]!) }))
    all.sort((one, other) => other.score - one.score)
    exact.set(query, (found = new Set(all.slice(0, wanted).map(({ row }) => row))))
  }
  return found
}

const program =
  (nearest: typeof solution.nearest): Program =>
  (node) => ({
    find({ query }: { query: number }) {
      const { start, links } = index()
      let asked = 0
      const found = nearest(start, links, (row) => {
        asked++
        return -space.score(row, queries[query]!)
      })
      const hits = [...new Set(Array.isArray(found) ? found : [])].slice(0, wanted)
      node.note(`compared ${asked} rows`)
      return { asked, recall: hits.filter((row) => nearestOf(query).has(row)).length / wanted }
    },
  })

/** Each plan asks for 20 of the 60 queries. */
function asking(nearest: typeof solution.nearest, seed: number) {
  const system = cell(program(nearest), { nodes: ['index'] })
  const { plan } = weather(system, { operations: 0, faults: 0, calmAt: 100, restMs: 100 })(seed)
  const ops = Array.from({ length: 20 }, (_, place) => ({
    id: `query ${place + 1}`,
    at: place * 20,
    client: 'c1',
    coordinator: 'index',
    do: 'find',
    args: { query: (seed * 20 + place * 7) % queries.length },
  }))
  return { system, plan: { ...plan, until: 5000, faults: [], clients: [{ id: 'c1' }], ops } }
}

interface Found {
  readonly asked: number
  readonly recall: number
}

const answers = (run: Run) =>
  run.history.flatMap(({ output }) => (output === undefined ? [] : [output as unknown as Found]))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const recall = checkOf('recall of 0.95', 'none', (run) => {
  const found = answers(run)
  if (found.length === 0) return { result: 'vacuous', why: 'Nobody asked.', at: [] }
  const is = mean(found.map((one) => one.recall))
  return {
    result: is >= 0.95 ? 'holds' : 'broken',
    why: `The recall over ${found.length} queries is ${is.toFixed(2)}.`,
    at: [],
  }
})

const few = checkOf('fewer distances than a twentieth', 'none', (run) => {
  const found = answers(run)
  if (found.length === 0) return { result: 'vacuous', why: 'Nobody asked.', at: [] }
  const is = mean(found.map((one) => one.asked))
  const why = `It takes ${Math.round(is)} distances on average, and a twentieth of the rows is ${count / 20}.`
  return { result: is < count / 20 ? 'holds' : 'broken', why, at: [] }
})

export const asked: Challenge<typeof solution> = {
  needs: { nearest: 'function' },
  scenario: ({ nearest }, seed) => asking(nearest, seed),
  checks: [recall, few],
  seeds: 20,
  cost: {
    unit: 'distances',
    of: (run: Run) => answers(run).reduce((sum, one) => sum + one.asked, 0),
    most: 1.5,
  },
}
