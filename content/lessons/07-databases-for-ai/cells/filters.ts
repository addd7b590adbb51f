import { filteredSearch, Hnsw, scatter, Space, value } from 'engine'

// Five hundred messages. Ask for the five nearest of some tables only.
const rows = scatter(501, 12, { clusters: 25, spread: 0.8 })
const question = rows[500]!
const space = Space.of(rows.slice(0, 500))
const graph = Hnsw.of(space, { m: 8, efConstruction: 40 })
const index = (k: number, allowed?: (row: number) => boolean) =>
  graph.search(question, { k, ef: 40 }, allowed ? { allowed } : {})

const table = [1, 5, 20, 50, 100].map((share) => {
  // Five tables in every cluster: a filter that has nothing to do with it.
  const matches = (row: number) =>
    Math.floor(row / 25) * 5 + (row % 5) < share
  const cost = (when: 'before' | 'during' | 'after') => {
    space.compared = 0
    const limits = { k: 5, candidates: 40, when }
    const found = filteredSearch(
      space,
      question,
      index,
      limits,
      matches,
    )
    // #value
    value(`${share}, ${when}, found`, found.length)
    // #end
    return `${space.compared} compared, ${found.length} found`
  }
  return {
    'match, %': share,
    before: cost('before'),
    during: cost('during'),
    after: cost('after'),
  }
})
console.table(table)

// Give the filter after the search 400 candidates. Is it safe now?
