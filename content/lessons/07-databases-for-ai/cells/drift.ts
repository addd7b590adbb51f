import { Hnsw, lostRows, repairLost } from 'engine'
import { scatter, Space, value } from 'engine'

// Sixty rows go in, every second one is deleted, and twenty more come.
const rows = scatter(80, 4, { clusters: 8, spread: 0.1, seed: 3 })
function grown(how: 'drop' | 'mark') {
  const space = new Space(4)
  const index = new Hnsw(space, { m: 3, efConstruction: 12 })
  const add = (some: number[][]) =>
    some.forEach((row) => index.add(space.add(row)))
  add(rows.slice(0, 60))
  for (let row = 0; row < 60; row += 2) index.remove(row, how)
  add(rows.slice(60))
  return index
}

const index = grown('drop')
const live = [...rows.keys()].filter((row) => index.has(row))
const lost = lostRows(index)
console.log(`${live.length} rows are live, and no link leads to`, lost)

// Ask for a lost row with its own vector, and the largest ef there is.
const row = lost[0]!
const found = index.search(rows[row]!, { k: 80, ef: 80 })
const isFound = found.some((hit) => hit.row === row)
console.log(
  `row ${row}: in the index ${index.has(row)}, found ${isFound}`,
)

repairLost(index)
console.log('lost after the repair:', lostRows(index))
const lostMarked = lostRows(grown('mark'))
console.log('lost when deletes are only marked:', lostMarked)
// #value
value('live', live.length)
value('lost', lost.length)
value('lost marked', lostMarked.length)
// #end

// Or link a deleted row's neighbours first: 'mend'. And give each row
// more links.
