import {
  exactSearch,
  Hnsw,
  Ivf,
  recallOf,
  scatter,
  Space,
} from 'engine'
import { value, type Hit } from 'engine'

const all = scatter(640, 12, { clusters: 32, spread: 0.7 })
const questions = all.slice(600)
const space = Space.of(all.slice(0, 600))
const truth = questions.map((q) => exactSearch(space, q, 10))

// How much of the true ten it finds, and how many rows it compares.
function measure(name: string, search: (question: number[]) => Hit[]) {
  space.compared = 0
  const found = questions.map(search)
  const compared = Math.round(space.compared / questions.length)
  const shares = found.map((hits, at) => recallOf(hits, truth[at]!))
  const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length
  const recall = Math.round(100 * mean) / 100
  // #value
  value(`${name}, recall`, recall)
  value(`${name}, compared`, compared)
  // #end
  return {
    search: name,
    'recall@10': recall,
    'rows compared': compared,
  }
}

const k = 10
const lists = new Ivf(space, { lists: 24 })
const graph = Hnsw.of(space, { m: 6, efConstruction: 40 })
console.table([
  measure('exact', (q) => exactSearch(space, q, k)),
  ...[1, 4, 12, 24].map((probes) =>
    measure(`IVF, ${probes} of 24 lists`, (q) =>
      lists.search(q, { k, probes }),
    ),
  ),
  ...[10, 20, 40, 80].map((ef) =>
    measure(`HNSW, ef ${ef}`, (q) => graph.search(q, { k, ef })),
  ),
])

// Change m to 2, then to 16. Which column moves more?
