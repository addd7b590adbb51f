import { exactSearch, scatter, Space, value } from 'engine'

// A hundred rows of different lengths. Ask for each with its own numbers.
const rows = scatter(100, 6).map((row, at) =>
  row.map((number) => number * (1 + (at % 5))),
)
for (const measure of [
  'cosine',
  'inner product',
  'euclidean',
] as const) {
  const space = Space.of(rows, measure)
  const own = rows.filter(
    (row, at) => exactSearch(space, row, 1)[0]!.row === at,
  )
  console.log(`${measure}: ${own.length} rows are their own nearest`)
  // #value
  value(measure, own.length)
  // #end
}

// Leave out the factor, so that lengths differ less. What changes?
