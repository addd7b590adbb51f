import { exactSearch, Hnsw, reachable, recallOf } from 'engine'
import { scatter, Space, value } from 'engine'

// Ten tight clusters of forty rows; each row links to three others.
const rows = scatter(410, 8, { clusters: 10, spread: 0.01 })
const space = Space.of(rows.slice(0, 400))
const questions = rows.slice(400)

function recall(index: Hnsw, ef: number) {
  const shares = questions.map((q) =>
    recallOf(index.search(q, { k: 10, ef }), exactSearch(space, q, 10)),
  )
  const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length
  return Math.round(100 * mean) / 100
}
for (const heuristic of [false, true]) {
  const index = Hnsw.of(space, { m: 3, efConstruction: 40, heuristic })
  const recalls = [10, 100, 400].map(
    (ef) => `ef ${ef}: ${recall(index, ef)}`,
  )
  const reached = reachable(index).size
  console.log('heuristic', heuristic, recalls.join(', '))
  console.log(`a walk reaches ${reached} of 400 rows`)
  // #value
  value(`${heuristic} reached`, reached)
  // #end
}

// Give each row more links: m: 12. Does the knob work again?
