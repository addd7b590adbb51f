import { exactSearch, scatter, Space, value } from 'engine'

const space = Space.of(scatter(8, 2, { seed: 5 }))
const seen = new Set<string>()
for (const question of scatter(8000, 2, { seed: 99 })) {
  const two = exactSearch(space, question, 2).map((hit) => hit.row)
  seen.add(two.sort((a, b) => a - b).join('+'))
}
console.log([...seen].join(' '))
value('pairs', seen.size)
