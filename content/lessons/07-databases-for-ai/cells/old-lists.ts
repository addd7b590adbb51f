import {
  exactSearch,
  Ivf,
  recallOf,
  scatter,
  Space,
  value,
} from 'engine'

// The lists are made from messages about the old menu. Then it changes.
const old = scatter(300, 12, { clusters: 15, spread: 0.4 })
const all = scatter(640, 12, { clusters: 15, spread: 0.4, seed: 8 })
const [fresh, questions] = [all.slice(0, 600), all.slice(600)]

const space = Space.of(old)
const kept = new Ivf(space, { lists: 30 })
for (const row of fresh) {
  // A new row goes to the list whose centre is nearest. No centre moves.
  const [list] = kept.probed(row, 1)
  kept.members[list!]!.push(space.add(row))
}
const rebuilt = new Ivf(space, { lists: 30 })

function measure(name: string, index: Ivf) {
  const truth = questions.map((q) => exactSearch(space, q, 10))
  space.compared = 0
  const found = questions.map((q) =>
    index.search(q, { k: 10, probes: 1 }),
  )
  const compared = Math.round(space.compared / questions.length)
  const shares = found.map((hits, at) => recallOf(hits, truth[at]!))
  const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length
  const recall = Math.round(100 * mean) / 100
  const longest = Math.max(...index.members.map(({ length }) => length))
  // #value
  value(`${name}, recall`, recall)
  // #end
  return {
    lists: name,
    'longest list': longest,
    'rows compared': compared,
    'recall@10': recall,
  }
}
console.table([measure('old', kept), measure('rebuilt', rebuilt)])

// Read four lists of the old index. What does that buy?
