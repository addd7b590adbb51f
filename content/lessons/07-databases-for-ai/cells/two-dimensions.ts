import { exactSearch, scatter, Space, value } from 'engine'

// Twelve rows: which pairs are the nearest two of any question at all?
const table = [2, 3, 4, 8].map((dims) => {
  const space = Space.of(scatter(12, dims))
  const seen = new Set<string>()
  for (const question of scatter(4000, dims, { seed: 99 })) {
    const two = exactSearch(space, question, 2).map((hit) => hit.row)
    seen.add(two.sort((a, b) => a - b).join('+'))
  }
  return { dims, 'pairs found': seen.size, 'of all': 66 }
})
console.table(table)
// #value
value('2', table[0]!['pairs found'])
value('8', table[3]!['pairs found'])
// #end

// Take twenty rows instead of twelve: 190 pairs. What does a plane serve?
