import { Hnsw, lostRows, scatter, Space, value } from 'engine'

const rows = scatter(80, 4, { clusters: 8, spread: 0.1, seed: 3 })
const space = new Space(4)
const index = new Hnsw(space, { m: 3, efConstruction: 12 })
rows.slice(0, 60).forEach((row) => index.add(space.add(row)))
for (let row = 0; row < 60; row += 2) index.remove(row, 'drop')
rows.slice(60).forEach((row) => index.add(space.add(row)))

console.log(lostRows(index))
value('lost', lostRows(index).length)
value('found', index.search(rows[0]!, { k: 80, ef: 80 }).length)
